// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithMonitor;

/** What helps to read many messages, and one of them where there is little room. */
class MonitorReadingTest extends WithMonitor {

	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
	private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

	@BeforeEach
	void start() {
		monitor.command(UiIds.START_MONITOR).awaitReading();
	}

	private void sendThree() throws Exception {
		for (int i = 1; i <= 3; i++) {
			int rows = i;
			send(1, "{\"n\":" + i + "}");
			Until.holds(i + " rows", () -> monitor.table().getItemCount() == rows);
		}
	}

	private List<Integer> selected() {
		return Ui.get(() -> Arrays.stream(monitor.table().getSelectionIndices()).boxed().toList());
	}

	private LocalDateTime time(int row) {
		return LocalDateTime.parse(monitor.column("Enqueued time").get(row), WHOLE);
	}

	private Scope ask(String time) {
		monitor.post(UiIds.GO_TO_TIME);
		Scope dialog = Scope.window("Go to Time").open();
		Ui.run(() -> {
			Shell shell = Arrays.stream(Ui.display().getShells()).filter(each -> each.getText().equals("Go to Time")).findFirst().orElseThrow();
			typeInto(shell, time);
		});
		return dialog;
	}

	private static boolean typeInto(Composite parent, String text) {
		for (Control child : parent.getChildren()) {
			if (child instanceof Text field && field.getEditable()) {
				field.setText(text);
				return true;
			} else if (child instanceof Composite inner && typeInto(inner, text)) {
				return true;
			}
		}
		return false;
	}

	private void go(String time) {
		Scope dialog = ask(time);
		dialog.press("Go");
		dialog.closed();
	}

	@Test
	void aTimeThatIsTypedLeadsToTheMessageThenOrNext() throws Exception {
		sendThree();
		LocalDateTime second = time(1);
		go(WHOLE.format(second));
		Until.holds("the second", () -> selected().equals(List.of(1)));
		monitor.awaitBody(text -> text.contains("\"n\": 2"));
		// today's date is meant where none is typed
		go(CLOCK.format(second.plusNanos(1_000_000)));
		Until.holds("the third", () -> selected().equals(List.of(2)));
		monitor.awaitNotice(String::isEmpty);
		go("2020-01-31T14:30:00Z");
		Until.holds("the first", () -> selected().equals(List.of(0)));
		monitor.awaitNotice(text -> text.matches("2020-01-3\\d \\d\\d:30:00 is before all messages that are shown. The earliest, of .*, is selected."));
		go("2099-01-31 14:30");
		Until.holds("the last", () -> selected().equals(List.of(2)));
		monitor.awaitNotice(text -> text.startsWith("2099-01-31 14:30:00 is after all messages that are shown. The latest, of "));
		assertTrue(Ui.get(() -> monitor.table().isFocusControl()));
	}

	@Test
	void lockedTheRowsStayWhereTheyAreAndUnlockedTheNewestAreSeen() throws Exception {
		monitor.command(UiIds.CLEAR_MONITOR);
		for (int i = 0; i < 60; i++) {
			send(1, "{\"n\":" + i + "}");
		}
		Until.holds("sixty rows, the newest in sight", () -> monitor.table().getItemCount() == 60 && isInSight(59) && !isInSight(0));
		monitor.command(UiIds.SCROLL_LOCK);
		int top = Ui.get(this::onTop);
		for (int i = 60; i < 70; i++) {
			send(1, "{\"n\":" + i + "}");
		}
		Until.holds("seventy rows", () -> monitor.table().getItemCount() == 70);
		assertEquals(top, Ui.get(this::onTop));
		monitor.command(UiIds.SCROLL_LOCK);
		send(1, "{\"n\":70}");
		Until.holds("the newest", () -> monitor.table().getItemCount() == 71 && isInSight(70));
	}

	/** Whether a row can be seen, or a part of it; GTK tells the row on top that will be there when the rows have slid. */
	private boolean isInSight(int row) {
		Table table = monitor.table();
		Rectangle bounds = table.getItem(row).getBounds(0);
		// GTK counts from below the header, others from above it
		Rectangle area = table.getClientArea();
		return bounds.y + bounds.height > area.y + table.getHeaderHeight() && bounds.y < area.y + area.height;
	}

	/** The first row of which anything can be seen. */
	private int onTop() {
		return IntStream.range(0, monitor.table().getItemCount()).filter(this::isInSight).findFirst().orElseThrow();
	}

	@Test
	void aTimeThatIsNoneIsToldOfWhereItIsTyped() throws Exception {
		sendThree();
		Scope dialog = ask("yesterday");
		dialog.shows("Write the time as 14:30, 14:30:05, 2026-01-31 14:30 or 2026-01-31T13:30:00Z.");
		assertFalse(dialog.enabled("Go"));
		dialog.press("Cancel");
		dialog.closed();
		assertEquals(List.of(), selected());
	}

	/** The line above a body: beside the choice of how it is shown while there is room, else below. */
	@Test
	void whatIsSaidOfABodyIsReadableInANarrowView() throws Exception {
		sendThree();
		monitor.select(0).awaitRemark(text -> text.equals("7 bytes \u00b7 JSON"));
		// a low one has no line at all
		zoom();
		try {
			whatIsSaidOfABodyIsReadable();
		} finally {
			zoom();
		}
	}

	private void zoom() {
		Ui.run(() -> HubView.page().toggleZoom(HubView.page().getReference(monitor.part())));
	}

	private void whatIsSaidOfABodyIsReadable() {
		details(90);
		Until.holds("beside", () -> bounds(WidgetIds.MONITOR_REMARK).y < end(WidgetIds.MONITOR_LOOK) && isWhole());
		details(8);
		Until.holds("below", () -> bounds(WidgetIds.MONITOR_REMARK).y >= end(WidgetIds.MONITOR_LOOK) && isWhole());
		details(90);
		Until.holds("beside again", () -> bounds(WidgetIds.MONITOR_REMARK).y < end(WidgetIds.MONITOR_LOOK) && isWhole());
	}

	/** The part of the room beside the rows that details have, of hundred, as the sash is dragged. */
	private void details(int part) {
		Ui.run(() -> {
			SashForm sash = (SashForm) monitor.table().getParent().getParent();
			sash.setOrientation(SWT.HORIZONTAL);
			sash.setWeights(100 - part, part);
		});
	}

	private Rectangle bounds(String id) {
		return monitor.find(id).getBounds();
	}

	private int end(String id) {
		return bounds(id).y + bounds(id).height;
	}

	/** Whether nothing of it is cut. */
	private boolean isWhole() {
		Control remark = monitor.find(WidgetIds.MONITOR_REMARK);
		return remark.getSize().x >= remark.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
	}
}
