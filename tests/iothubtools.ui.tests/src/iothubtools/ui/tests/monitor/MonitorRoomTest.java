// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithMonitor;

/** A monitor in a part that is low or narrow, as that below the editors is: what is seen can be used, and the rest can be chosen. */
class MonitorRoomTest extends WithMonitor {

	/** What is seen of a message that is selected. */
	private static final List<String> PARTS = List.of(WidgetIds.MONITOR_MESSAGES, WidgetIds.MONITOR_BODY, WidgetIds.MONITOR_PROPERTIES,
			WidgetIds.MONITOR_CHART);

	private Shell window;
	private Point before;

	@BeforeEach
	void zoomAndRead() throws Exception {
		window = Ui.get(() -> HubView.page().getWorkbenchWindow().getShell());
		before = Ui.get(window::getSize);
		zoom();
		monitor.command(UiIds.START_MONITOR).awaitReading();
		send(1, "{\"t\":20}");
		send(2, "{\"t\":30}");
		Until.holds("two rows", () -> monitor.table().getItemCount() == 2);
		monitor.select(0);
		// as somebody may have moved it in a view before
		Ui.run(() -> ((SashForm) monitor.table().getParent().getParent()).setWeights(3, 2));
	}

	@AfterEach
	void unzoom() {
		zoom();
		Ui.run(() -> window.setSize(before));
		Until.holds("the window as before", () -> window.getSize().equals(before));
	}

	private void zoom() {
		Ui.run(() -> HubView.page().toggleZoom(HubView.page().getReference(monitor.part())));
	}

	/** Gives the view this size, without its tab and tool bar. */
	private void resize(int width, int height) {
		Point[] last = new Point[1];
		try {
			Until.holds("a view of " + width + " x " + height, () -> {
				Point now = ((Control) monitor.part().getAdapter(Control.class)).getSize();
				last[0] = now;
				if (now.x == width && now.y == height) {
					return true;
				}
				window.setSize(window.getSize().x + width - now.x, window.getSize().y + height - now.y);
				return false;
			});
		} catch (AssertionError e) {
			throw new AssertionError(e.getMessage() + ", but it is " + last[0] + " in " + Ui.get(window::getSize), e);
		}
	}

	/** Waits until these are seen and no others, with room to use them, and these can be chosen. */
	private void sees(List<String> seen, String... choices) {
		String[] last = { "" };
		try {
			Until.holds("parts", () -> {
				last[0] = "";
				for (String part : PARTS) {
					Control control = monitor.find(part);
					if (control.isVisible() != seen.contains(part)) {
						last[0] += part + " is" + (control.isVisible() ? "" : " not") + " seen. ";
					} else if (control.isVisible()) {
						last[0] += cut(part, control);
					}
				}
				if (!choices().equals(List.of(choices))) {
					last[0] += "Choices are " + choices();
				}
				Control bar = monitor.find(WidgetIds.MONITOR_PARTS);
				if (bar.isVisible() && bar.getSize().x < bar.computeSize(SWT.DEFAULT, SWT.DEFAULT).x) {
					last[0] += "Choices are cut";
				}
				return last[0].isEmpty();
			});
		} catch (AssertionError e) {
			throw new AssertionError(last[0], e);
		}
	}

	/** What has no room of a part; empty if nothing. */
	private String cut(String part, Control control) {
		if (control instanceof Table table && part.equals(WidgetIds.MONITOR_MESSAGES)) {
			TableColumn[] columns = table.getColumns();
			int needed = Arrays.stream(columns).limit(2).mapToInt(TableColumn::getWidth).sum();
			return table.getClientArea().width < needed || table.getClientArea().height < 3 * table.getItemHeight() ? "Rows: " + table.getClientArea() + ". " : "";
		}
		Rectangle room = control.getBounds();
		return room.width < 180 || room.height < 40 ? part + ": " + room + ". " : "";
	}

	private List<String> choices() {
		ToolBar bar = (ToolBar) monitor.find(WidgetIds.MONITOR_PARTS);
		return bar.isVisible() ? Arrays.stream(bar.getItems()).map(ToolItem::getText).toList() : List.of();
	}

	private void choose(String part) {
		Ui.run(() -> {
			for (ToolItem item : ((ToolBar) monitor.find(WidgetIds.MONITOR_PARTS)).getItems()) {
				item.setSelection(item.getText().equals(part));
				item.notifyListeners(SWT.Selection, new Event());
			}
		});
	}

	@Test
	void whatStandsInPlaceOfMessagesIsScrolledInALowPart() {
		monitor.type(WidgetIds.MONITOR_FILTER, "nothing has this");
		monitor.awaitEmpty(text -> text.contains("passes the filter"));
		resize(420, 130);
		Until.holds("all of it in what is scrolled", () -> {
			Composite page = (Composite) monitor.find(WidgetIds.MONITOR_EMPTY);
			Rectangle last = page.getChildren()[page.getChildren().length - 1].getBounds();
			return page.getParent() instanceof ScrolledComposite scroller && last.height > 0 && last.y + last.height <= page.getSize().y
					&& scroller.getVerticalBar().isVisible();
		});
		resize(420, 400);
		Until.holds("nothing to scroll", () -> monitor.find(WidgetIds.MONITOR_EMPTY).getParent() instanceof ScrolledComposite scroller
				&& !scroller.getVerticalBar().isVisible());
	}

	@Test
	void inALowPartTheRowsStayUsableAndWhatIsBesideThemIsChosen() {
		resize(780, 250);
		sees(List.of(WidgetIds.MONITOR_MESSAGES, WidgetIds.MONITOR_BODY), "Body", "Properties");
		choose("Properties");
		sees(List.of(WidgetIds.MONITOR_MESSAGES, WidgetIds.MONITOR_PROPERTIES), "Body", "Properties");
		monitor.command(UiIds.SHOW_CHART);
		sees(List.of(WidgetIds.MONITOR_MESSAGES, WidgetIds.MONITOR_CHART), "Body", "Properties", "Chart");
		choose("Body");
		sees(List.of(WidgetIds.MONITOR_MESSAGES, WidgetIds.MONITOR_BODY), "Body", "Properties", "Chart");
		choose("Chart");
		monitor.command(UiIds.SHOW_CHART);
		sees(List.of(WidgetIds.MONITOR_MESSAGES, WidgetIds.MONITOR_BODY), "Body", "Properties");
	}

	/** As large as the perspective makes it in a window of 1400 x 900. */
	@Test
	void inTheSizeOfThePerspectiveEachRowShowsItsBody() {
		Ui.run(() -> ((SashForm) monitor.table().getParent().getParent()).setWeights(65, 35));
		resize(750, 260);
		int[] seen = new int[1];
		try {
			Until.holds("a body in its row", () -> {
				Table table = monitor.table();
				TableColumn body = Arrays.stream(table.getColumns()).filter(column -> column.getText().equals("Body")).findFirst().orElseThrow();
				int before = Arrays.stream(table.getColumns()).limit(table.indexOf(body)).mapToInt(TableColumn::getWidth).sum();
				seen[0] = Math.min(body.getWidth(), table.getClientArea().width - before);
				return seen[0] >= 180;
			});
		} catch (AssertionError e) {
			throw new AssertionError(seen[0] + " pixels are seen of it", e);
		}
	}

	/** Where there is no room for both, the body is seen and not what is said of it. */
	@Test
	void inTheLowestPartLinesOfTheBodyAreSeen() {
		resize(780, 205);
		monitor.awaitBody(text -> text.contains("20"));
		Until.holds("no line above it", () -> !monitor.find(WidgetIds.MONITOR_REMARK).isVisible());
		Ui.run(() -> {
			StyledText body = (StyledText) monitor.find(WidgetIds.MONITOR_BODY);
			assertTrue(body.isVisible() && body.getClientArea().height >= 2 * body.getLineHeight(), body.getBounds().toString());
			assertTrue(body.getToolTipText().contains("8 bytes"), body.getToolTipText());
		});
		resize(780, 400);
		Until.holds("the line again", () -> monitor.find(WidgetIds.MONITOR_REMARK).isVisible());
	}

	@Test
	void inALowAndNarrowPartAlsoTheRowsAreOneOfThem() {
		resize(420, 330);
		sees(List.of(WidgetIds.MONITOR_MESSAGES), "Messages", "Body", "Properties");
		choose("Body");
		sees(List.of(WidgetIds.MONITOR_BODY), "Messages", "Body", "Properties");
		// down from the filter
		Ui.run(() -> {
			Event down = new Event();
			down.keyCode = SWT.ARROW_DOWN;
			monitor.find(WidgetIds.MONITOR_FILTER).notifyListeners(SWT.KeyDown, down);
		});
		sees(List.of(WidgetIds.MONITOR_MESSAGES), "Messages", "Body", "Properties");
		monitor.command(UiIds.SHOW_CHART);
		sees(List.of(WidgetIds.MONITOR_CHART), "Messages", "Body", "Properties", "Chart");
	}

	@Test
	void whereThereIsRoomAllOfItIsSeen() {
		monitor.command(UiIds.SHOW_CHART);
		resize(1100, 700);
		sees(PARTS);
		resize(1100, 300);
		sees(List.of(WidgetIds.MONITOR_MESSAGES, WidgetIds.MONITOR_BODY, WidgetIds.MONITOR_CHART), "Body", "Properties");
		monitor.command(UiIds.SHOW_CHART);
		resize(400, 600);
		sees(List.of(WidgetIds.MONITOR_MESSAGES, WidgetIds.MONITOR_BODY), "Body", "Properties");
		resize(1000, 700);
		sees(List.of(WidgetIds.MONITOR_MESSAGES, WidgetIds.MONITOR_BODY, WidgetIds.MONITOR_PROPERTIES));
	}

	/** What is wrong with the filter is marked before it, at some distance from the edge. */
	@Test
	void theHintThatNothingIsSelectedAndTheMarkOfAFilterAreWhole() {
		resize(780, 250);
		monitor.select();
		String hint = monitor.awaitRemark(text -> text.startsWith("Select a message"));
		Until.holds("the hint", () -> {
			Control remark = monitor.find(WidgetIds.MONITOR_REMARK);
			return remark.isVisible() && remark.getSize().y >= remark.computeSize(remark.getSize().x, SWT.DEFAULT).y;
		});
		assertEquals("Select a message to see all of it.", hint);
		Ui.run(() -> {
			Control filter = monitor.find(WidgetIds.MONITOR_FILTER);
			Composite line = filter.getParent();
			assertTrue(filter.getLocation().x >= 12, "the mark has " + filter.getLocation().x + " pixels");
			assertTrue(filter.getSize().y <= line.getSize().y && line.getLocation().y + line.getSize().y <= line.getParent().getClientArea().height);
		});
	}
}
