// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.Test;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** What was listed when the IDE ran before is shown when the hub cannot be reached. */
class LastKnownListTest extends WithHubView {

	@Test
	void aHubThatCannotBeReachedHasTheDevicesThatWereListedLast() throws Exception {
		Path file;
		try (HubFixture hub = HubFixture.start(folder, "Factory", 3)) {
			view.awaitStatus("3 devices");
			DeviceIdentity pump = hub.create("pump-1");
			view.awaitStatus("4 devices");
			file = Platform.getStateLocation(Platform.getBundle("iothubtools.core")).toFile().toPath().resolve("lists")
					.resolve(hub.connection().id() + ".list");
			Until.holds("the list to be kept", () -> Files.exists(file));
			assertNoSecrets(file, pump);
			hub.stop();
			// what is kept in memory goes with the view
			view.close();
			HubView.awaitQuiet();
			view = HubView.open();
			Until.holds("the list", () -> view.names().equals(List.of("Factory (3) \u2013 out of date", "sensor-0001", "sensor-0002", "sensor-0003")));
			Until.holds("the time", () -> view.status().startsWith("3 devices \u2013 out of date, listed at "));
			view.awaitVisible(WidgetIds.ERROR_BAR);
			assertNotEquals(Ui.get(() -> view.table().getForeground()), Ui.get(() -> view.table().getItem(1).getForeground()));
			hub.restart();
			view.command("org.eclipse.ui.file.refresh");
			view.awaitStatus("4 devices");
			assertEquals(Ui.get(() -> view.table().getForeground()), Ui.get(() -> view.table().getItem(1).getForeground()));
		}
		Until.holds("the list to be gone with its connection", () -> !Files.exists(file));
	}

	private static void assertNoSecrets(Path file, DeviceIdentity device) throws Exception {
		try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
			String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
			SymmetricKeys keys = (SymmetricKeys) device.authentication();
			assertNotNull(keys.primary());
			assertFalse(text.contains(keys.primary().reveal()), "the list has a key");
			assertFalse(text.contains("iothubowner"), "the list has a policy");
		}
	}
}
