// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.util.List;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import iothubtools.client.auth.SharedAccessKey;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.tests.support.WithMonitor;

/** A monitor without a hub connection: an Event Hub-compatible connection string, at the endpoint of a real hub. */
class MonitorEndpointTest extends WithMonitor {

	private static final String STRING = "Connection string";

	private String good;

	@BeforeEach
	void string() {
		good = hub.hub().eventHubConnectionString("service");
	}

	@AfterEach
	void forget() throws Exception {
		for (HubConnection endpoint : IotHubCore.get().eventHubs().all()) {
			IotHubCore.get().eventHubs().remove(endpoint);
		}
	}

	private Scope enter() {
		Ui.post(() -> {
			Combo combo = (Combo) monitor.find(WidgetIds.MONITOR_HUB);
			combo.select(combo.getItemCount() - 1);
			combo.notifyListeners(SWT.Selection, new Event());
		});
		return Scope.window("Read from an Event Hub Endpoint").open();
	}

	private List<String> sources() {
		return Ui.get(() -> List.of(((Combo) monitor.find(WidgetIds.MONITOR_HUB)).getItems()));
	}

	private String key() {
		return good.replaceAll(".*SharedAccessKey=([^;]*);.*", "$1");
	}

	@Test
	void whatDevicesSendIsReadWithAnEventHubConnectionStringAlone() throws Exception {
		Scope dialog = enter();
		dialog.type(STRING, good);
		dialog.press("Read");
		dialog.closed();
		monitor.awaitReading();
		send(1, "{\"n\":1}");
		monitor.awaitColumn("Body", "{\"n\":1}");
		assertEquals("iothub-ehub-localhub \u2013 D2C", Ui.get(() -> monitor.part().getPartName()));
		assertEquals(List.of("Plant", "iothub-ehub-localhub (Event Hub)", "Event Hub endpoint\u2026"), sources());
		// it is no hub: nothing else can be done there
		assertTrue(IotHubCore.get().connections().all().stream().noneMatch(HubConnection::isEventHub));
		assertTrue(Ui.get(() -> monitor.select(0).part().getSite().getSelectionProvider().getSelection().isEmpty()));
		// nothing of it is in a file
		XMLMemento memento = XMLMemento.createWriteRoot("view");
		Ui.run(() -> monitor.part().saveState(memento));
		StringWriter saved = new StringWriter();
		memento.save(saved);
		assertFalse(saved.toString().contains(key()), "the memento has the key");
		assertFalse(preferences().nodeExists("eventHubs") && preferences().node("eventHubs").childrenNames().length > 0);
	}

	private static IEclipsePreferences preferences() {
		return InstanceScope.INSTANCE.getNode("iothubtools.core");
	}

	@Test
	void aConnectionStringThatIsNoneOfAnEventHubIsToldOfWithWhatToDo() {
		Scope dialog = enter();
		assertFalse(dialog.enabled("Read"));
		dialog.type(STRING, "nonsense");
		dialog.shows("This is no connection string. One of an Event Hub begins with Endpoint=sb://.");
		dialog.type(STRING, hub.hub().connectionString("service"));
		dialog.shows("This is the connection string of a hub: connect to that hub with it");
		dialog.type(STRING, String.valueOf(hub.hub().deviceConnectionString("sensor-0001")));
		dialog.shows("This is the connection string of a device or module");
		dialog.type(STRING, "SharedAccessSignature sr=x&sig=y&se=1");
		dialog.shows("This is a token, which expires.");
		dialog.type(STRING, good.replaceAll("SharedAccessKey=[^;]*;", ""));
		dialog.shows("Connection string: SharedAccessKey is missing.");
		assertFalse(dialog.enabled("Read"));
		dialog.type(STRING, good.replaceAll(";EntityPath=.*", ""));
		dialog.shows("The connection string names no event hub.");
		assertFalse(dialog.enabled("Read"));
		dialog.type("Event hub", "iothub-ehub-localhub");
		dialog.press("Read");
		dialog.closed();
		monitor.awaitReading();
	}

	@Test
	void aWrongKeyIsToldOfAndEnteredAnewWhereItIsTold() throws Exception {
		Scope dialog = enter();
		dialog.type(STRING, good.replace(key(), SharedAccessKey.generate().reveal()));
		dialog.type("Name", "Given to me");
		dialog.press("Read");
		dialog.closed();
		monitor.awaitNotice(text -> text.contains(" refuses the key of policy service for the event hub iothub-ehub-localhub: one of them is wrong, or the policy may not read there."));
		Ui.post(() -> followNotice());
		Scope anew = Scope.window("Enter an Event Hub Endpoint Anew").open();
		anew.type(STRING, good);
		anew.press("Read");
		anew.closed();
		monitor.awaitReading().awaitNotice(String::isEmpty);
		assertEquals(List.of("Plant", "Given to me (Event Hub)", "Event Hub endpoint\u2026"), sources());
		send(1, "{\"n\":1}");
		monitor.awaitColumn("Body", "{\"n\":1}");
	}

	private void followNotice() {
		monitor.followNotice();
	}

	@Test
	void anEventHubOrGroupThatIsNotThereIsToldOf() {
		Scope dialog = enter();
		dialog.type(STRING, good.replaceAll("EntityPath=.*", "EntityPath=nobody"));
		dialog.press("Read");
		dialog.closed();
		monitor.awaitNotice(text -> text.contains(" refuses the key of policy service for the event hub nobody: one of them is wrong"));
		dialog = enter();
		dialog.type(STRING, good);
		dialog.press("Read");
		dialog.closed();
		monitor.awaitReading().type(WidgetIds.MONITOR_GROUP, "nobody").command(UiIds.START_MONITOR);
		monitor.awaitNotice(text -> text.contains(" has no event hub iothub-ehub-localhub, or that has no consumer group nobody."));
	}

	/** With its key in Secure Storage and nowhere else, until somebody has it forgotten. */
	@Test
	void anEndpointIsKeptWhenAPersonWantsThatAndForgottenWhenAsked() throws Exception {
		Scope dialog = enter();
		dialog.type(STRING, good);
		dialog.type("Name", "Kept");
		dialog.press("Keep it, with its key in Secure Storage; otherwise it is forgotten when Eclipse ends");
		dialog.press("Read");
		dialog.closed();
		monitor.awaitReading();
		String[] ids = preferences().node("eventHubs").childrenNames();
		assertEquals(1, ids.length);
		StringBuilder all = new StringBuilder();
		for (String name : preferences().node("eventHubs/" + ids[0]).keys()) {
			all.append(preferences().node("eventHubs/" + ids[0]).get(name, ""));
		}
		assertFalse(all.toString().contains(key()), "a preference has the key");
		monitor.post(UiIds.FORGET_ENDPOINT);
		Scope question = Scope.window("Forget Endpoint").open();
		question.shows("Forget the Event Hub endpoint Kept and its key?");
		question.press("Forget");
		Until.holds("it is gone", () -> sources().equals(List.of("Plant", "Event Hub endpoint\u2026")));
		assertEquals(0, preferences().node("eventHubs").childrenNames().length);
		monitor.awaitStatus(text -> text.startsWith("Stopped"));
		monitor.choose(WidgetIds.MONITOR_HUB, "Plant").command(UiIds.START_MONITOR).awaitReading();
	}
}
