// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.properties;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.eclipse.ui.views.properties.tabbed.ITabbedPropertySheetPageContributor;

import iothubtools.core.IotHubCore;
import iothubtools.ui.internal.RestoredView;
import iothubtools.ui.internal.UiIds;

/** A view for whose selection the Properties view has our tabs. */
public abstract class ViewWithProperties extends RestoredView implements ITabbedPropertySheetPageContributor {

	/** What the Properties view is to show for it. */
	protected IPropertySheetPage propertySheet() {
		return new HubPropertySheetPage(this, IotHubCore.get().operations());
	}

	/** Whose tabs the Properties view shows for it. */
	@Override
	public final String getContributorId() {
		return UiIds.BUNDLE;
	}

	@Override
	@NonNullByDefault({})
	public <T> T getAdapter(Class<T> adapter) {
		return adapter == IPropertySheetPage.class ? adapter.cast(propertySheet()) : super.getAdapter(adapter);
	}
}
