// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;

/** Which part is seen where there is room for one of them only; it stands beside the filter, and below it where that is too narrow. Hidden elsewhere. */
final class PartChoice {

	/** As many characters of a filter are to be seen. */
	private static final int FILTER = 24;

	private final Composite line;
	private final ToolBar bar;
	private Consumer<MonitorPart> listener = part -> { };
	private List<MonitorPart> parts = List.of();

	/** @param line has a {@link GridLayout} and the filter in it */
	PartChoice(Composite line) {
		this.line = line;
		bar = WidgetIds.mark(new ToolBar(line, SWT.HORIZONTAL | SWT.FLAT), WidgetIds.MONITOR_PARTS);
		Fields.accessibleName(bar, Messages.Part_accessible);
		GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).exclude(true).applyTo(bar);
		bar.setVisible(false);
		line.addListener(SWT.Resize, event -> place());
	}

	/** @param newListener hears which one somebody has chosen */
	void listen(Consumer<MonitorPart> newListener) {
		listener = newListener;
	}

	/** Offers these, none to hide it. */
	void show(List<MonitorPart> newParts, MonitorPart chosen) {
		if (!parts.equals(newParts)) {
			parts = newParts;
			for (ToolItem item : bar.getItems()) {
				item.dispose();
			}
			parts.forEach(this::add);
			bar.setVisible(!parts.isEmpty());
			if (bar.getLayoutData() instanceof GridData data) {
				data.exclude = parts.isEmpty();
			}
			place();
			bar.requestLayout();
		}
		for (ToolItem item : bar.getItems()) {
			item.setSelection(item.getData() == chosen);
		}
	}

	private void add(MonitorPart part) {
		ToolItem item = new ToolItem(bar, SWT.RADIO);
		item.setText(part.text());
		item.setData(part);
		item.addListener(SWT.Selection, event -> {
			// also the one that is not chosen any more tells it
			if (item.getSelection()) {
				listener.accept(part);
			}
		});
	}

	private void place() {
		if (line.getLayout() instanceof GridLayout layout) {
			int room = line.getClientArea().width - new PixelConverter(line).convertWidthInCharsToPixels(FILTER);
			int columns = !parts.isEmpty() && bar.computeSize(SWT.DEFAULT, SWT.DEFAULT).x <= room ? 2 : 1;
			if (layout.numColumns != columns) {
				layout.numColumns = columns;
				bar.requestLayout();
			}
		}
	}
}
