// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

import org.junit.jupiter.api.Test;

import iothubtools.client.exchange.HttpExchange;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Until;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** A device that no list has is asked for by the id that stands in the filter. */
class LookupTest extends WithHubView {

	@Test
	void aDeviceThatIsNotInTheListIsFoundByItsId() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 5)) {
			view.awaitStatus("5 devices");
			hub.createElsewhere("pump-1");
			List<String> asked = new CopyOnWriteArrayList<>();
			BiConsumer<HubConnection, HttpExchange> listener = (connection, exchange) -> asked.add(exchange.method() + " "
					+ exchange.target().replaceAll("\\?.*", ""));
			IotHubCore.get().exchanges().addListener(listener);
			try {
				for (String typed : List.of("p", "pu", "pum", "pump", "pump-", "pump-1")) {
					view.filter(typed);
				}
				view.awaitStatus("0 of 5 devices \u2013 \"pump-1\" is at the hub");
				assertEquals(List.of("Factory (0 of 5)", "pump-1 \u2013 not in the list"), view.names());
				assertEquals(List.of("GET /devices/pump-1"), asked, "asked for with the first key already");
			} finally {
				IotHubCore.get().exchanges().removeListener(listener);
			}
			view.select("pump-1 \u2013 not in the list");
			view.command("org.eclipse.ui.edit.delete");
			Scope.window("Delete Devices").open().press("Delete");
			view.awaitStatus("0 of 5 devices \u2013 the hub has no device \"pump-1\"");
			assertEquals(List.of("Factory (0 of 5)"), view.names());

			hub.createElsewhere("pump-1");
			view.command("org.eclipse.ui.file.refresh");
			view.awaitStatus("1 of 6 devices");
			assertEquals(List.of("Factory (1 of 6)", "pump-1"), view.names());
		}
	}

	/** Addresses that are asked for are written down in many places. */
	@Test
	void aKeyThatWasPastedIntoTheFilterIsNotSentToTheHub() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 5)) {
			view.awaitStatus("5 devices");
			String key = "aBcDeFgHiJkLmNoPqRstuVwXyZ0123456789aBcDeFg=";
			for (String filter : List.of(key, "HostName=h;DeviceId=d1;SharedAccessKey=" + key)) {
				view.filter("pump-x");
				Until.holds("it to be asked for", () -> view.status().contains("pump-x"));
				view.filter(filter);
				view.awaitStatus("0 of 5 devices");
			}
		}
	}

	@Test
	void patternsAndWordsAreNotAskedFor() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 5)) {
			view.awaitStatus("5 devices");
			for (String filter : List.of("pump*", "pump 1", "/pump/", "p\u00fcmpe")) {
				view.filter("pump-x");
				Until.holds("it to be asked for", () -> view.status().contains("pump-x"));
				view.filter(filter);
				view.awaitStatus("0 of 5 devices");
			}
			HubView.awaitQuiet();
			view.filter("sensor-0003");
			view.awaitStatus("1 of 5 devices");
		}
	}

	@Test
	void aHubThatCannotBeAskedSaysWhy() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 5)) {
			view.awaitStatus("5 devices");
			hub.stop();
			view.filter("pump-1");
			Until.holds("the failure", () -> view.status().startsWith("0 of 5 devices \u2013 \"pump-1\" could not be asked for: Nothing answers"));
		}
	}
}
