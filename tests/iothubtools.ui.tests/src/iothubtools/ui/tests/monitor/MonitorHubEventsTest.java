// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.TableItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.client.names.ClientId;
import iothubtools.client.twins.TwinPatch;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.GetTwinOperation;
import iothubtools.core.operations.HubOperations;
import iothubtools.core.operations.PatchTwinOperation;
import iothubtools.localhub.settings.EventHubSettings;
import iothubtools.localhub.settings.HubEventKind;
import iothubtools.tests.support.hub.MqttDevice;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.MonitorPart;
import iothubtools.ui.tests.support.NoErrorsLogged;

/** What a hub tells of its devices stands among what they send, each kind with a word and an icon of its own. */
class MonitorHubEventsTest {

	@RegisterExtension
	final NoErrorsLogged log = new NoErrorsLogged();

	@TempDir
	Path folder;

	@Test
	void changesOfTwinsLifecycleAndConnectionsHaveAWordAndAnIconEach() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Plant", settings -> settings.withSampleDevices(1)
				.withEvents(EventHubSettings.DEFAULT.withHubEvents(HubEventKind.values()))); MonitorPart monitor = MonitorPart.open(hub.connection())) {
			monitor.command(UiIds.START_MONITOR).awaitReading();
			HubOperations operations = IotHubCore.get().operations();
			hub.create("line-1");
			operations.run(new PatchTwinOperation(hub.connection(), operations.run(new GetTwinOperation(hub.connection(), ClientId.device("line-1")),
					new NullProgressMonitor()), TwinPatch.ofTags("{\"site\":\"north\"}")), new NullProgressMonitor());
			try (MqttDevice device = new MqttDevice(hub.hub(), hub.tls(), "line-1")) {
				Until.holds("the connection", () -> sources(monitor).containsKey("Connection"));
			}
			Until.holds("three kinds", () -> sources(monitor).keySet().containsAll(List.of("Device lifecycle", "Twin change", "Connection")));
			Map<String, Image> icons = Ui.get(() -> sources(monitor));
			assertEquals(icons.size(), icons.values().stream().distinct().count(), icons::toString);
			assertTrue(monitor.column("Device").stream().allMatch("line-1"::equals), () -> monitor.column("Device").toString());
			// one kind alone
			monitor.type(WidgetIds.MONITOR_FILTER, "source:twinChangeEvents");
			Until.holds("twin changes", () -> sources(monitor).keySet().equals(Set.of("Twin change")));
			monitor.select(0).awaitBody(text -> text.contains("\"site\": \"north\""));
		} finally {
			MonitorPart.closeAll();
			HubView.awaitQuiet();
		}
	}

	/** Each word once, with its icon; on the UI thread. */
	private static Map<String, Image> sources(MonitorPart monitor) {
		int source = Arrays.stream(monitor.table().getColumns()).map(column -> column.getText()).toList().indexOf("Source");
		Stream<TableItem> items = Arrays.stream(monitor.table().getItems()).filter(item -> !item.getText(source).isEmpty());
		return items.collect(Collectors.toMap(item -> item.getText(source), item -> item.getImage(source), (one, other) -> one));
	}
}
