// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.swt.widgets.Composite;

import iothubtools.core.telemetry.FilterException;
import iothubtools.core.telemetry.MessageFilter;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.FilterText;

/** The filter above the messages; while it is wrong the one before stays. */
final class MessageFilterField extends FilterText {

	private final Consumer<MessageFilter> changed;

	MessageFilterField(Composite parent, Consumer<MessageFilter> changed, Runnable leave) {
		super(parent, WidgetIds.MONITOR_FILTER, Messages.Filter_hint, Messages.Filter_accessible, Messages.Filter_toolTip, leave);
		this.changed = changed;
		GridDataFactory.fillDefaults().grab(true, false).indent(MARK + LayoutConstants.getSpacing().x, 0).applyTo(control());
	}

	@Override
	protected @Nullable String filter(String filter) {
		try {
			changed.accept(MessageFilter.parse(filter));
			return null;
		} catch (FilterException e) {
			return String.valueOf(e.getMessage());
		}
	}
}
