// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.properties;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;

import iothubtools.ui.internal.images.HubImages;
import iothubtools.ui.internal.model.HubElement;
import iothubtools.ui.internal.model.HubNode;
import iothubtools.ui.internal.model.QueryNode;
import iothubtools.ui.internal.text.Numbers;

/** What stands above the tabs: whose properties they are. */
public final class SelectionTitle extends LabelProvider {

	@Override
	public @Nullable String getText(@Nullable Object selection) {
		Object about = about(selection);
		if (about instanceof SeveralDevices several) {
			return NLS.bind(Messages.Several_title, Messages.Device_count, Numbers.of(several.devices().size()));
		}
		// an ampersand would be taken for a mnemonic
		return about instanceof HubElement element ? element.name().replace("&", "&&") : "";
	}

	@Override
	public @Nullable Image getImage(@Nullable Object selection) {
		Object about = about(selection);
		if (about == null) {
			return null;
		}
		return (about instanceof HubNode ? HubImages.HUB : about instanceof QueryNode ? HubImages.QUERY : HubImages.DEVICE).image();
	}

	private static @Nullable Object about(@Nullable Object selection) {
		return selection instanceof IStructuredSelection structured ? structured.getFirstElement() : null;
	}
}
