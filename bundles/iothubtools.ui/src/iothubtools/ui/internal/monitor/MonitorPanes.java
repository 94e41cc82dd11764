// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;

import iothubtools.core.telemetry.BodyPath;
import iothubtools.core.telemetry.SeenFields;

/** How the room is divided: the rows with their details beside or below and the chart, or what stands there as long as there are no rows. */
final class MonitorPanes {

	/** In pixels. */
	private static final int LOW = 300;

	private final Composite stack;
	private final StackLayout layout = new StackLayout();
	private final MonitorPlaceholder placeholder;
	/** The rows with their details above, the chart below where it is to be seen. */
	private final SashForm withChart;
	private final SashForm sash;
	private final MessageTable table;
	private final MessageDetails details;
	private final ChartPane chart;
	private final SeenFields fields;
	private final Consumer<List<BodyPath>> paths;

	/**
	 * @param steps    what can be done while there are no rows
	 * @param fields   those that messages were seen to have
	 * @param made     is given each new table of messages
	 * @param selected hears when other messages are selected
	 * @param paths    is given those whose numbers the chart shows; none for no chart
	 * @param told     is given what somebody should be told
	 */
	MonitorPanes(Composite parent, MonitorPlaceholder.Steps steps, SeenFields fields, Consumer<Table> made, Runnable selected,
			Consumer<List<BodyPath>> paths, Consumer<String> told) {
		this.fields = fields;
		this.paths = paths;
		stack = new Composite(parent, SWT.NONE);
		stack.setLayout(layout);
		GridDataFactory.fillDefaults().grab(true, true).hint(200, 100).applyTo(stack);
		placeholder = new MonitorPlaceholder(stack, steps);
		withChart = new SashForm(stack, SWT.VERTICAL | SWT.SMOOTH);
		sash = new SashForm(withChart, SWT.HORIZONTAL | SWT.SMOOTH);
		Composite rows = new Composite(sash, SWT.NONE);
		rows.setLayout(new FillLayout());
		table = new MessageTable(rows, made, selected, fields::all);
		details = new MessageDetails(sash);
		sash.setWeights(3, 2);
		chart = new ChartPane(withChart, fields::numbers, paths, told);
		withChart.setWeights(1, 1);
		chart.control().setVisible(false);
		// a narrow view has no room for one beside the other
		sash.addListener(SWT.Resize, event -> orient());
		layout.topControl = placeholder.control();
	}

	private void orient() {
		// nor has a low one for one above the other
		orient(withChart, stack.getSize().y >= LOW);
		boolean narrow = sash.getSize().x < sash.getSize().y * 5 / 4;
		orient(sash, narrow);
		orient(details.control(), !narrow && sash.getSize().y >= LOW);
	}

	private static void orient(SashForm sash, boolean vertical) {
		int orientation = vertical ? SWT.VERTICAL : SWT.HORIZONTAL;
		if (sash.getOrientation() != orientation) {
			sash.setOrientation(orientation);
		}
	}

	MonitorPlaceholder placeholder() {
		return placeholder;
	}

	/** That between the rows and their details. */
	SashForm sash() {
		return sash;
	}

	MessageTable table() {
		return table;
	}

	MessageDetails details() {
		return details;
	}

	ChartPane chart() {
		return chart;
	}

	/** Shows the rows, or what stands there while there are none. */
	void rows(boolean shown) {
		Control top = shown ? withChart : placeholder.control();
		if (layout.topControl != top) {
			layout.topControl = top;
			stack.layout();
		}
	}

	/** Shows the chart below the rows, or takes it away. */
	void chart(boolean shown) {
		chart.control().setVisible(shown);
		withChart.layout();
		if (shown) {
			chart.begin(fields.numbers());
		}
		paths.accept(shown ? chart.paths() : List.of());
	}

	boolean isChartShown() {
		return chart.control().getVisible();
	}

	/** Without messages. */
	void clear() {
		table.show(List.of(), false);
		details.show(null);
	}
}
