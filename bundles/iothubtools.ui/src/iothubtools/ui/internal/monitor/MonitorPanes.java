// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;

import iothubtools.core.telemetry.BodyPath;
import iothubtools.core.telemetry.SeenFields;
import iothubtools.ui.internal.monitor.MonitorRoom.ChartPlace;
import iothubtools.ui.internal.monitor.chart.ChartPane;

/**
 * How the room is divided: the rows with their details beside or below and the chart, all of them or one at a time as {@link MonitorRoom} says, or
 * what stands there as long as there are no rows.
 */
final class MonitorPanes {

	private final Composite stack;
	private final StackLayout layout = new StackLayout();
	private final MonitorPlaceholder placeholder;
	/** The rows with their details, and the chart below or beside where it is to be seen. */
	private final SashForm withChart;
	/** How these two share it when they are one above the other, and beside each other. */
	private final int[][] chartWeights = { { 1, 1 }, { 3, 2 } };
	private final SashForm sash;
	private final Composite rows;
	private final MessageTable table;
	private final MessageDetails details;
	private final ChartPane chart;
	private final SeenFields fields;
	private final Consumer<List<BodyPath>> paths;
	private final PartChoice choice;
	private final MonitorRoom.Needs needs;
	private boolean chartShown;
	/** What somebody has chosen to see beside the rows. */
	private MonitorPart chosen = MonitorPart.BODY;
	/** The same where the rows are one of these. */
	private MonitorPart chosenAlone = MonitorPart.MESSAGES;

	/**
	 * @param choice   where a part is chosen when there is no room for all
	 * @param steps    what can be done while there are no rows
	 * @param fields   those that messages were seen to have
	 * @param made     is given each new table of messages
	 * @param selected hears when other messages are selected
	 * @param paths    is given those whose numbers the chart shows; none for no chart
	 * @param told     is given what somebody should be told
	 */
	MonitorPanes(Composite parent, PartChoice choice, MonitorPlaceholder.Steps steps, SeenFields fields, Consumer<Table> made, Runnable selected,
			Consumer<List<BodyPath>> paths, Consumer<String> told) {
		this.fields = fields;
		this.paths = paths;
		this.choice = choice;
		PixelConverter font = new PixelConverter(parent);
		needs = new MonitorRoom.Needs(font.convertWidthInCharsToPixels(52), font.convertWidthInCharsToPixels(34), font.convertWidthInCharsToPixels(30),
				font.convertHeightInCharsToPixels(10), font.convertHeightInCharsToPixels(17), font.convertHeightInCharsToPixels(15));
		stack = new Composite(parent, SWT.NONE);
		stack.setLayout(layout);
		GridDataFactory.fillDefaults().grab(true, true).hint(200, 100).applyTo(stack);
		placeholder = new MonitorPlaceholder(stack, steps);
		withChart = new SashForm(stack, SWT.VERTICAL | SWT.SMOOTH);
		sash = new SashForm(withChart, SWT.HORIZONTAL | SWT.SMOOTH);
		rows = new Composite(sash, SWT.NONE);
		rows.setLayout(new FillLayout());
		table = new MessageTable(rows, made, selected, fields::all);
		details = new MessageDetails(sash);
		sash.setWeights((int) Math.round(100 * (1 - MonitorRoom.SHARE)), (int) Math.round(100 * MonitorRoom.SHARE));
		chart = new ChartPane(withChart, fields::numbers, paths, told, table::widget);
		withChart.setWeights(chartWeights[0]);
		chart.control().setVisible(false);
		layout.topControl = placeholder.control();
		choice.listen(this::choose);
		stack.addListener(SWT.Resize, event -> divide());
		// as somebody moves a sash, too
		details.control().addListener(SWT.Resize, event -> orient(details.control(), details.control().getSize().y >= needs.pile()));
	}

	private void choose(MonitorPart part) {
		chosenAlone = part;
		if (part != MonitorPart.MESSAGES) {
			chosen = part;
		}
		divide();
	}

	/** Goes to the rows, also where something else is seen in place of them. */
	void goToRows() {
		if (!rows.getVisible()) {
			choose(MonitorPart.MESSAGES);
		}
		table.widget().setFocus();
	}

	/** Gives the focus to the rows, or to what is seen in place of them. */
	void setFocus() {
		if (rows.getVisible()) {
			table.widget().setFocus();
		} else {
			withChart.setFocus();
		}
	}

	private void divide() {
		Point size = stack.getSize();
		if (size.x <= 0 || size.y <= 0) {
			return;
		}
		MonitorRoom room = MonitorRoom.of(size.x, size.y, chartShown, needs);
		List<MonitorPart> parts = parts(room);
		MonitorPart wanted = room.withRow() ? chosenAlone : chosen;
		MonitorPart part = parts.isEmpty() || parts.contains(wanted) ? wanted : parts.get(0);
		choice.show(layout.topControl == withChart ? parts : List.of(), part);
		boolean body = !room.oneOf() || part == MonitorPart.BODY;
		boolean pairs = !room.oneOf() || part == MonitorPart.PROPERTIES;
		boolean ofRows = !room.withRow() || part == MonitorPart.MESSAGES;
		rows.setVisible(ofRows);
		details.show(body, pairs);
		sash.setVisible(ofRows || body || pairs);
		chart.control().setVisible(chartShown && (room.chart() != ChartPlace.ONE_OF || part == MonitorPart.CHART));
		orient(sash, room.below());
		orientChart(room.chart() == ChartPlace.BELOW || room.chart() == ChartPlace.ONE_OF && room.below());
		sash.layout();
		withChart.layout();
	}

	/** Those of which one is seen at a time. */
	private static List<MonitorPart> parts(MonitorRoom room) {
		List<MonitorPart> parts = new ArrayList<>();
		if (room.withRow()) {
			parts.add(MonitorPart.MESSAGES);
		}
		if (room.oneOf()) {
			parts.add(MonitorPart.BODY);
			parts.add(MonitorPart.PROPERTIES);
		}
		if (room.chart() == ChartPlace.ONE_OF) {
			parts.add(MonitorPart.CHART);
		}
		return parts;
	}

	private static void orient(SashForm sash, boolean vertical) {
		int orientation = vertical ? SWT.VERTICAL : SWT.HORIZONTAL;
		if (sash.getOrientation() != orientation) {
			sash.setOrientation(orientation);
		}
	}

	private void orientChart(boolean vertical) {
		boolean before = withChart.getOrientation() == SWT.VERTICAL;
		if (before != vertical) {
			chartWeights[before ? 0 : 1] = withChart.getWeights();
			orient(withChart, vertical);
			withChart.setWeights(chartWeights[vertical ? 0 : 1]);
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
			divide();
		}
	}

	/** Shows the chart below the rows or where it has room, or takes it away. */
	void chart(boolean shown) {
		chartShown = shown;
		if (shown) {
			chosen = MonitorPart.CHART;
			chosenAlone = MonitorPart.CHART;
			chart.begin(fields.numbers());
		}
		divide();
		paths.accept(shown ? chart.paths() : List.of());
	}

	boolean isChartShown() {
		return chartShown;
	}

	/** Without messages. */
	void clear() {
		table.show(List.of(), false);
		details.show(null);
	}
}
