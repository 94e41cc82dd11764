// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.Test;

import iothubtools.client.messages.DeviceMessage;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.telemetry.MonitoredDevices;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.monitor.MonitorView;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.MonitorPart;
import iothubtools.ui.tests.support.WithMonitor;

/** What devices send, seen in a monitor, at a real hub. */
class MonitorViewTest extends WithMonitor {

	@Test
	void whatADeviceSendsIsARowWithItsDetailsBeside() throws Exception {
		startReading();
		send("sensor-0001", DeviceMessage.builder().body("{\"t\":21.50}".getBytes(StandardCharsets.UTF_8)).contentType("application/json")
				.contentEncoding("utf-8").messageId("m-1").property("level", "high").build());
		monitor.awaitColumn(BODY, "{\"t\":21.50}");
		assertEquals(List.of("sensor-0001"), monitor.column("Device"));
		assertEquals(List.of("Telemetry"), monitor.column("Source"));
		assertEquals(List.of("level=high"), monitor.column("Properties"));
		monitor.select(0);
		monitor.awaitBody(text -> text.equals("{\n  \"t\": 21.50\n}"));
		monitor.awaitRemark(text -> text.equals("11 bytes \u00b7 JSON"));
		List<String> said = monitor.properties();
		for (String line : List.of("Message", "Device=sensor-0001", "Message ID=m-1", "Content type=application/json", "Application properties", "level=high",
				"Annotations", "iothub-connection-device-id=sensor-0001")) {
			assertTrue(said.contains(line), line + " is not in " + said);
		}
		assertTrue(said.stream().anyMatch(line -> line.startsWith("iothub-connection-auth-method=")), said::toString);
		monitor.choose(WidgetIds.MONITOR_LOOK, "Hexadecimal");
		monitor.awaitBody(text -> text.startsWith("000000  7b 22 74 22 3a 32 31 2e 35 30 7d "));
		assertEquals(List.of("sensor-0001"), Ui.get(() -> HubSelection.devices(monitor.part().getSite().getSelectionProvider().getSelection())).stream()
				.map(DeviceNode::deviceId).toList());
	}

	/** What the workbench does with the selection, it does to that hub. */
	@Test
	void anotherHubThatIsChosenIsToldToTheWorkbench() throws Exception {
		try (HubFixture other = HubFixture.start(folder.resolve("other"), "Workshop", 1)) {
			List<String> told = new CopyOnWriteArrayList<>();
			Ui.run(() -> monitor.part().getSite().getSelectionProvider().addSelectionChangedListener(event -> {
				HubConnection hub = HubSelection.connection(event.getSelection());
				told.add(hub == null ? "none" : hub.name());
			}));
			monitor.choose(WidgetIds.MONITOR_HUB, "Workshop");
			Until.holds("the other hub", () -> told.equals(List.of("Workshop")));
			monitor.choose(WidgetIds.MONITOR_HUB, "Plant");
			Until.holds("the first hub", () -> told.equals(List.of("Workshop", "Plant")));
		}
	}

	@Test
	void bodiesThatArePackedOrNotWhatTheySayAreToldOf() throws Exception {
		startReading();
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
			gzip.write("{\"packed\":true}".getBytes(StandardCharsets.UTF_8));
		}
		send("sensor-0001", DeviceMessage.builder().body(packed.toByteArray()).contentType("application/json").contentEncoding("gzip").build());
		monitor.awaitColumn(BODY, "{\"packed\":true}");
		monitor.select(0).awaitRemark(text -> text.endsWith("JSON \u00b7 unpacked"));
		send(1, "{\"open");
		monitor.awaitColumn(BODY, "{\"packed\":true}", "{\"open");
		monitor.select(1).awaitRemark(text -> text.endsWith("text \u00b7 no JSON, though its content type says application/json"));
	}

	@Test
	void aBodyWithoutAByteIsToldToBeEmpty() throws Exception {
		startReading();
		send("sensor-0001", DeviceMessage.builder().body(new byte[0]).build());
		monitor.awaitColumn(BODY, "(empty)");
		monitor.select(0).awaitRemark("0 bytes \u00b7 empty"::equals);
		monitor.choose(WidgetIds.MONITOR_LOOK, "Hexadecimal").awaitRemark("0 bytes \u00b7 empty"::equals);
		assertEquals("", monitor.awaitBody(text -> true));
	}

	@Test
	void pausedItStaysAsItIsWhileMessagesAreKept() throws Exception {
		startReading();
		send(1, "{\"n\":1}");
		monitor.awaitColumn(BODY, "{\"n\":1}");
		monitor.command(UiIds.PAUSE_MONITOR);
		send(1, "{\"n\":2}");
		monitor.awaitStatus(text -> text.endsWith("paused, 1 more have come"));
		assertEquals(List.of("{\"n\":1}"), monitor.column(BODY));
		monitor.command(UiIds.PAUSE_MONITOR).awaitColumn(BODY, "{\"n\":1}", "{\"n\":2}");
		monitor.command(UiIds.CLEAR_MONITOR).awaitEmpty(text -> text.startsWith("Waiting for messages"));
		send(1, "{\"n\":3}");
		monitor.awaitColumn(BODY, "{\"n\":3}");
	}

	@Test
	void stoppedItKeepsWhatHasComeAndStartedItGoesOn() throws Exception {
		startReading();
		send(1, "{\"n\":1}");
		monitor.awaitColumn(BODY, "{\"n\":1}");
		monitor.command(UiIds.STOP_MONITOR).awaitStatus(text -> text.startsWith("Stopped \u00b7 1 message"));
		send(1, "{\"n\":2}");
		startReading();
		send(1, "{\"n\":3}");
		monitor.awaitColumn(BODY, "{\"n\":1}", "{\"n\":3}");
		monitor.choose(WidgetIds.MONITOR_FROM, "Earliest").command(UiIds.START_MONITOR).awaitColumn(BODY, "{\"n\":1}", "{\"n\":2}", "{\"n\":3}");
	}

	@Test
	void whatIsKeptSinceATimeComesAndATimeThatIsNoneIsToldOf() throws Exception {
		send(1, "{\"n\":1}");
		monitor.choose(WidgetIds.MONITOR_FROM, "A time").type(WidgetIds.MONITOR_TIME, "yesterday").command(UiIds.START_MONITOR);
		monitor.awaitNotice(text -> text.equals("Write the time as 2026-01-31 14:30."));
		monitor.awaitStatus(text -> text.startsWith("Stopped"));
		monitor.type(WidgetIds.MONITOR_TIME, "2020-01-31 14:30").command(UiIds.START_MONITOR).awaitColumn(BODY, "{\"n\":1}");
		monitor.awaitNotice(String::isEmpty);
	}

	@Test
	void aHubThatStopsIsReadOnWhenItComesBack() throws Exception {
		startReading();
		send(1, "{\"n\":1}");
		monitor.awaitColumn(BODY, "{\"n\":1}");
		hub.stop();
		monitor.awaitNotice(text -> text.contains("Nothing is lost: it goes on behind what came last. Next try at "));
		hub.restart();
		send(1, "{\"n\":2}");
		monitor.awaitColumn(BODY, "{\"n\":1}", "{\"n\":2}");
		monitor.awaitReading().awaitNotice(String::isEmpty);
	}

	@Test
	void aWrongGroupIsToldOfAndNothingThatWasTypedIsLost() throws Exception {
		monitor.type(WidgetIds.MONITOR_GROUP, "nobody").type(WidgetIds.MONITOR_DEVICES, "sensor-*").command(UiIds.START_MONITOR);
		monitor.awaitNotice(text -> text.startsWith("There is no consumer group nobody at "));
		monitor.followNotice();
		Until.holds("the group", () -> monitor.find(WidgetIds.MONITOR_GROUP).isFocusControl());
		monitor.type(WidgetIds.MONITOR_GROUP, "$Default");
		startReading();
		monitor.awaitNotice(String::isEmpty);
		send(1, "{\"n\":1}");
		monitor.awaitColumn(BODY, "{\"n\":1}");
	}

	@Test
	void theGroupThatOthersMayReadInIsWarnedOfBeforeItIsUsed() {
		monitor.awaitEmpty(text -> text.startsWith("The consumer group $Default of Plant may be in use:"));
		monitor.type(WidgetIds.MONITOR_GROUP, "mine");
		monitor.awaitEmpty(text -> !text.isEmpty() && !text.contains("may be in use"));
	}

	@Test
	void aMonitorOfManyDevicesIsCalledByTheFirst() throws Exception {
		String ids = "sensor-0002 " + IntStream.range(0, 1000).mapToObj(i -> "other-" + i).collect(Collectors.joining(" "));
		monitor.type(WidgetIds.MONITOR_DEVICES, ids);
		startReading();
		assertEquals("sensor-0002 and 1,000 more of Plant \u2013 D2C", Ui.get(() -> monitor.part().getPartName()));
		send(1, "{\"n\":1}");
		send(2, "{\"n\":2}");
		monitor.awaitColumn(BODY, "{\"n\":2}");
	}

	/** An ID may have commas and semicolons. */
	@Test
	void aDeviceWithACommaInItsIdIsMonitored() throws Exception {
		hub.create("a,b;c");
		MonitorPart commas = MonitorPart.open(hub.connection(), "a,b;c");
		commas.command(UiIds.START_MONITOR).awaitReading();
		send(1, "{\"n\":1}");
		send("a,b;c", DeviceMessage.builder().body("{\"n\":2}".getBytes(StandardCharsets.UTF_8)).build());
		commas.awaitColumn(BODY, "{\"n\":2}");
		assertEquals(commas, MonitorPart.open(hub.connection(), "a,b;c"));
		commas.type(WidgetIds.MONITOR_DEVICES, "a,sensor-0001").command(UiIds.START_MONITOR).awaitReading();
		send(1, "{\"n\":3}");
		commas.awaitColumn(BODY, "{\"n\":2}", "{\"n\":3}");
	}

	@Test
	void severalMonitorsReadAtOnceEachItsDevices() throws Exception {
		startReading();
		MonitorPart second = MonitorPart.open(hub.connection(), "sensor-0002");
		assertNotEquals(monitor, second);
		second.awaitReading();
		assertEquals("sensor-0002 of Plant \u2013 D2C", Ui.get(() -> second.part().getPartName()));
		second.awaitEmpty("Waiting for messages of sensor-0002 of Plant."::equals);
		send(1, "{\"n\":1}");
		send(2, "{\"n\":2}");
		second.awaitColumn(BODY, "{\"n\":2}");
		Until.holds("two rows", () -> monitor.table().getItemCount() == 2);
		assertEquals(second, MonitorPart.open(hub.connection(), "sensor-0002"));
		assertEquals(2, MonitorPart.all().size());
	}

	@Test
	void aMonitorThatWaitsSaysOfWhom() throws Exception {
		startReading();
		monitor.awaitEmpty("Waiting for messages of the devices of Plant."::equals);
		monitor.type(WidgetIds.MONITOR_DEVICES, "sensor-0001 line-*").awaitEmpty("Waiting for messages of the devices of Plant."::equals);
		startReading();
		monitor.awaitEmpty("Waiting for messages of sensor-0001, line-* of Plant."::equals);
		monitor.type(WidgetIds.MONITOR_DEVICES, "a b c d e f g");
		startReading();
		monitor.awaitEmpty("Waiting for messages of a, b, c, d, e and 2 more of Plant."::equals);
		String query = "SELECT deviceId FROM devices";
		Ui.run(() -> monitor.part().show(hub.connection(), new MonitoredDevices.OfQuery("Hot", query), true));
		monitor.awaitReading().awaitEmpty("Waiting for messages of the devices of Plant that the query Hot found."::equals);
		Ui.run(() -> monitor.part().show(hub.connection(), new MonitoredDevices.OfQuery("", query), true));
		monitor.awaitReading().awaitEmpty(("Waiting for messages of the devices of Plant that the query " + query + " found.")::equals);
	}

	@Test
	void whatWasTypedIsThereWhenTheViewIsOpenedAgainAndNothingIsReadUnasked() throws Exception {
		monitor.type(WidgetIds.MONITOR_DEVICES, "sensor-0002").type(WidgetIds.MONITOR_FILTER, "error").type(WidgetIds.MONITOR_GROUP, "mine");
		monitor.close();
		MonitorPart again = Ui.get(() -> {
			try {
				return new MonitorPart((MonitorView) HubView.page().showView(UiIds.MONITOR_VIEW));
			} catch (PartInitException e) {
				throw new IllegalStateException(e);
			}
		});
		assertEquals("sensor-0002", Ui.get(() -> ((Text) again.find(WidgetIds.MONITOR_DEVICES)).getText()));
		assertEquals("error", Ui.get(() -> ((Text) again.find(WidgetIds.MONITOR_FILTER)).getText()));
		assertEquals("mine", Ui.get(() -> ((Combo) again.find(WidgetIds.MONITOR_GROUP)).getText()));
		again.awaitStatus(text -> text.startsWith("Stopped"));
	}
}
