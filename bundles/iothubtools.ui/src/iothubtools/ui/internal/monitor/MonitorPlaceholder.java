// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

import iothubtools.ui.internal.WidgetIds;

/** What stands where the messages are as long as there are none: why, and what to do. */
final class MonitorPlaceholder {

	private final Composite page;
	private final Label text;
	private final Link link;
	private @Nullable Runnable action;

	MonitorPlaceholder(Composite parent) {
		page = WidgetIds.mark(new Composite(parent, SWT.NONE), WidgetIds.MONITOR_EMPTY);
		GridLayoutFactory.fillDefaults().margins(LayoutConstants.getMargins()).spacing(LayoutConstants.getSpacing()).applyTo(page);
		text = new Label(page, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).applyTo(text);
		link = WidgetIds.mark(new Link(page, SWT.WRAP), WidgetIds.MONITOR_STEP);
		GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).applyTo(link);
		link.addListener(SWT.Selection, event -> {
			Runnable run = action;
			if (run != null) {
				run.run();
			}
		});
	}

	Composite control() {
		return page;
	}

	/** @param linkText what can be done; empty for nothing */
	void show(String message, String linkText, Runnable then) {
		action = then;
		if (message.equals(text.getText()) && linkText.equals(link.getText())) {
			return;
		}
		text.setText(message);
		link.setText(linkText);
		link.setVisible(!linkText.isEmpty());
		if (link.getLayoutData() instanceof GridData data) {
			data.exclude = linkText.isEmpty();
		}
		page.layout();
	}
}
