// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import iothubtools.client.exchange.HttpExchange;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.tour.driver.Pasteboard;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.view.DeviceColumns;
import iothubtools.ui.tests.support.HeadMenu;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** Which device of its id a device is can be a column, which no list tells: it is read of the rows in sight. */
class GenerationColumnTest extends WithHubView {

	private static final int GENERATION = DeviceColumns.ALL.indexOf(DeviceColumns.GENERATION);
	private static final String NAME = "Generation ID";
	/** As many as one plain list does not tell of. */
	private static final int MANY = 1_010;
	private static final String DIGITS = "[0-9]{18}";

	/** What was asked of the registry, one call each. */
	private final List<String> calls = new CopyOnWriteArrayList<>();
	private final BiConsumer<HubConnection, HttpExchange> listener = (hub, exchange) -> {
		if (exchange.method().equals("GET") && exchange.target().startsWith("/devices")) {
			calls.add(exchange.target());
		}
	};

	@BeforeEach
	void listen() {
		IotHubCore.get().exchanges().addListener(listener);
	}

	@AfterEach
	void listenNoMore() {
		ErrorDialog.AUTOMATED_MODE = true;
		IotHubCore.get().exchanges().removeListener(listener);
	}

	@Test
	void ofAHubWithFewDevicesOneCallTellsAllAndARefreshReadsThemAnew() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 30); HeadMenu.Usual after = HeadMenu.usualAfter(() -> view)) {
			view.awaitStatus("30 devices");
			assertEquals(List.of(), calls, "nobody wants to see them");
			HeadMenu.show(view, NAME, true);
			Until.holds("all generations", () -> generations().stream().allMatch(text -> text.matches(DIGITS)));
			assertEquals(1, calls.size(), calls::toString);
			assertEquals(generation(hub, "sensor-0003"), of("sensor-0003"));

			String before = of("sensor-0003");
			hub.deleteElsewhere("sensor-0003");
			hub.createElsewhere("sensor-0003");
			view.command("org.eclipse.ui.file.refresh");
			Until.holds("the new one's", () -> view.names().contains("sensor-0003") && !of("sensor-0003").equals(before));
			assertEquals(generation(hub, "sensor-0003"), of("sensor-0003"));
			assertNotEquals(before, of("sensor-0003"));
		}
	}

	@Test
	void ofManyDevicesThoseAreReadWhoseRowsAreInSight() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", MANY); HeadMenu.Usual after = HeadMenu.usualAfter(() -> view)) {
			view.awaitStatus("1,010 devices");
			HeadMenu.show(view, NAME, true);
			Until.holds("those on top", () -> allInSight(0));
			HubView.awaitQuiet();
			assertEquals("\u2026", text(900));
			assertTrue(calls.size() < 200, () -> calls.size() + " calls");
			view.scrollTo(900);
			Until.holds("those below", () -> view.topRow() > 800 && allInSight(view.topRow()));
			HubView.awaitQuiet();
			assertTrue(calls.size() < 400, () -> calls.size() + " calls");
			assertEquals("\u2026", text(500));

			HeadMenu.show(view, NAME, false);
			int before = calls.size();
			view.scrollTo(500);
			Until.holds("the scroll", () -> view.topRow() > 400);
			HubView.awaitQuiet();
			assertEquals(before, calls.size());
			HeadMenu.show(view, NAME, true);
			Until.holds("those in the middle", () -> view.topRow() > 400 && allInSight(view.topRow()));
		}
	}

	@Test
	void allThatIsMissingIsReadBeforeATableIsCopied() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", MANY); HeadMenu.Usual after = HeadMenu.usualAfter(() -> view)) {
			view.awaitStatus("1,010 devices");
			HeadMenu.show(view, NAME, true);
			view.command("org.eclipse.ui.edit.selectAll");
			view.awaitStatus("1,010 devices \u2013 1,010 selected");
			view.command(UiIds.COPY_ROWS);
			Until.holds("a table on the clipboard", () -> Pasteboard.text().lines().count() == MANY + 1);
			List<String> lines = Pasteboard.text().lines().toList();
			assertTrue(lines.get(0).endsWith("\t" + NAME), lines.get(0));
			assertEquals(List.of(), lines.stream().skip(1).filter(line -> !line.matches(".*\t" + DIGITS)).toList());
		}
	}

	@Test
	void nothingIsSortedByItAndItsHeadSaysSo() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 3); HeadMenu.Usual after = HeadMenu.usualAfter(() -> view)) {
			view.awaitStatus("3 devices");
			HeadMenu.show(view, NAME, true);
			view.activate();
			view.clickColumn(GENERATION);
			String why = "No list tells it: it is read of the rows in sight, so nothing is sorted or filtered by it.";
			Until.holds("the reason", () -> view.statusLine().equals(why));
			assertEquals(why, Ui.get(() -> view.table().getColumn(GENERATION).getToolTipText()));
			assertEquals(0, Ui.get(() -> view.table().indexOf(view.table().getSortColumn())));
		}
	}

	@Test
	void whereThePolicyMayNotReadThemItSaysSoAndCopiesNothing() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 3, "service"); HeadMenu.Usual after = HeadMenu.usualAfter(() -> view)) {
			Until.holds("the devices", () -> view.names().contains("sensor-0003"));
			HeadMenu.show(view, NAME, true);
			Until.holds("a word", () -> of("sensor-0003").equals("not read"));
			Pasteboard.put("as it was");
			view.select("sensor-0003");
			// the test harness keeps error dialogs from opening
			ErrorDialog.AUTOMATED_MODE = false;
			view.command(UiIds.COPY_ROWS);
			Scope dialog = Scope.window("Problem Occurred").open();
			dialog.shows("The policy \"service\" may not do this");
			dialog.press("OK");
			dialog.closed();
			assertEquals("as it was", Pasteboard.text());
		}
	}

	@Test
	void itComesBackWithTheViewAndIsReadThen() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 2); HeadMenu.Usual after = HeadMenu.usualAfter(() -> view)) {
			view.awaitStatus("2 devices");
			HeadMenu.show(view, NAME, true);
			Until.holds("the generations", () -> of("sensor-0002").matches(DIGITS));
			view.close();
			view = HubView.open();
			Until.holds("the generations", () -> view.names().contains("sensor-0002") && of("sensor-0002").equals(generation(hub, "sensor-0002")));
		}
	}

	@Test
	void aDeviceThatIsCreatedOrReadSaysItByItself() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", MANY); HeadMenu.Usual after = HeadMenu.usualAfter(() -> view)) {
			view.awaitStatus("1,010 devices");
			HeadMenu.show(view, NAME, true);
			Until.holds("those on top", () -> text(1).matches(DIGITS));
			hub.create("zebra");
			Until.holds("its generation", () -> view.names().contains("zebra") && of("zebra").matches(DIGITS));
			HubView.awaitQuiet();
			assertTrue(calls.stream().noneMatch(call -> call.contains("zebra")), calls::toString);
		}
	}

	/** Of the devices in all rows. */
	private List<String> generations() {
		List<String> all = new ArrayList<>(view.column(GENERATION));
		all.remove(0);
		return all;
	}

	/** Of the rows from this one on that are whole, without that of the hub. */
	private boolean allInSight(int top) {
		int whole = Ui.get(() -> (view.table().getClientArea().height - view.table().getHeaderHeight()) / view.table().getItemHeight());
		return whole > 1 && IntStream.range(Math.max(1, top), top + whole).allMatch(row -> text(row).matches(DIGITS));
	}

	private String text(int row) {
		return Ui.get(() -> view.table().getItem(row).getText(GENERATION));
	}

	private String of(String deviceId) {
		return view.column(GENERATION).get(view.names().indexOf(deviceId));
	}

	private static String generation(HubFixture hub, String id) {
		try {
			return IotHubCore.get().operations().run(new GetDeviceOperation(hub.connection(), id), new NullProgressMonitor()).generationId();
		} catch (CoreException e) {
			throw new IllegalStateException(e);
		}
	}
}
