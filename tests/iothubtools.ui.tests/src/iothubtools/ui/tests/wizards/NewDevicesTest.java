// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.wizards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.viewers.StructuredSelection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.IotHubClient;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.Twin;
import iothubtools.core.IotHubCore;
import iothubtools.core.connections.CaCertificates;
import iothubtools.core.operations.StatisticsOperation;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.model.HubNode;
import iothubtools.ui.internal.wizards.WizardSettings;
import iothubtools.ui.internal.wizards.device.NewDeviceFields;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.Mnemonics;
import iothubtools.ui.tests.support.NoErrorsLogged;

/** Many devices at once, and what twins begin with. */
@ExtendWith(NoErrorsLogged.class)
class NewDevicesTest {

	@RegisterExtension
	final HubFixture hub = new HubFixture("Plant");
	private WizardWindow wizard;
	private Form form;

	@BeforeEach
	void openTheWizard() throws Exception {
		WizardSettings.of("newDevice").put("authentication", "");
		wizard = WizardWindow.open("iothubtools.ui.wizard.newDevice", "New Device", new StructuredSelection(new HubNode(hub.connection())));
		form = wizard.form();
	}

	@AfterEach
	void closeTheWizard() {
		wizard.close();
	}

	private long devices() throws Exception {
		return IotHubCore.get().operations().run(new StatisticsOperation(hub.connection()), new NullProgressMonitor()).total();
	}

	private Twin twin(String deviceId) throws Exception {
		HubConnectionString owner = HubConnectionString.parse(hub.hub().connectionString("iothubowner"));
		try (IotHubClient client = IotHubClient.builder(owner).trust(CaCertificates.load(hub.hub().caCertificate().toString())).build()) {
			return client.twins().get(ClientId.device(deviceId)).await(new Cancellation());
		}
	}

	@Test
	void createsManyByAPatternAndTellsWhatBecameOfEach() throws Exception {
		hub.create("sensor-007");
		assertFalse(form.enabled(NewDeviceFields.FROM), "one device needs no numbers");
		form.enter(NewDeviceFields.DEVICE_ID, "sensor-{n:03}").enter(NewDeviceFields.TO, "120");
		assertEquals("120 devices: sensor-001 \u2026 sensor-120", form.value(NewDeviceFields.PREVIEW));
		NewDeviceWizardTest.picture("many");
		wizard.finish();
		String outcome = form.value(NewDeviceFields.OUTCOME);
		NewDeviceWizardTest.picture("many-created");
		assertEquals("119 of 120 devices are registered at Plant.", wizard.message());
		assertTrue(outcome.startsWith("1 of 120 devices were not created"), outcome);
		assertTrue(outcome.contains("sensor-007"), outcome);
		assertTrue(outcome.contains("Registered, 119:\n    sensor-001\n    sensor-002\n"), outcome);
		assertEquals(120, devices());
		assertEquals(List.of("Close"), wizard.buttons());
		form.press(NewDeviceFields.CREATE_ANOTHER);
		Until.holds("the form", () -> wizard.page().equals("New Device"));
		assertEquals("sensor-{n:03}", form.value(NewDeviceFields.DEVICE_ID));
	}

	@Test
	void tellsWhileTypingWhatIsWrongWithAPattern() {
		form.enter(NewDeviceFields.DEVICE_ID, "s{n");
		assertTrue(wizard.error().contains("{n:03}"), wizard.error());
		form.enter(NewDeviceFields.DEVICE_ID, "a b{n}");
		assertTrue(wizard.error().contains("a space"), wizard.error());
		form.enter(NewDeviceFields.DEVICE_ID, "s{n}").enter(NewDeviceFields.TO, "0");
		assertEquals("The last number is smaller than the first, 1.", wizard.error());
		form.enter(NewDeviceFields.TO, "10001");
		assertTrue(wizard.error().contains("at most 10,000"), wizard.error());
		form.enter(NewDeviceFields.FROM, "x");
		assertTrue(wizard.error().contains("first number"), wizard.error());
		form.enter(NewDeviceFields.FROM, "2");
		assertEquals("", wizard.error());
		assertTrue(wizard.canFinish());
	}

	@Test
	void whatWasCreatedBeforeACancelIsTold() throws Exception {
		hub.hub().inject(FaultPlan.of(FaultRule.of("UpdateRegistry", new FaultEffect.Delay(Duration.ofMinutes(1))).withSkip(1)));
		form.enter(NewDeviceFields.DEVICE_ID, "s{n}").enter(NewDeviceFields.TO, "300");
		wizard.finishUntilTold(1);
		wizard.stop();
		String outcome = form.value(NewDeviceFields.OUTCOME);
		assertTrue(outcome.startsWith("Cancelled while the hub was asked for these 100;"), outcome);
		assertTrue(outcome.contains("Not tried, 100:\n    s201\n"), outcome);
		assertTrue(outcome.contains("Registered, 100:\n    s1\n"), outcome);
	}

	@Test
	void aDeviceBeginsWithTagsAndDesiredProperties() throws Exception {
		form.enter(NewDeviceFields.DEVICE_ID, "d1");
		wizard.scope().press("Next >");
		form.enter(NewDeviceFields.TAGS, "{ \"site\": \"north\",\n  \"floor\" 2 }");
		assertTrue(wizard.error().startsWith("Tags, line 2: "), wizard.error());
		assertFalse(wizard.canFinish());
		assertEquals(List.of(), Mnemonics.clashes(form.control(NewDeviceFields.TAGS)));
		NewDeviceWizardTest.picture("twin-wrong");
		form.enter(NewDeviceFields.TAGS, "{ \"site\": \"north\",\n  \"floor\": 2 }").enter(NewDeviceFields.DESIRED, "{\"interval\": 1.0}");
		assertEquals("", wizard.error());
		wizard.finish();
		assertTrue(form.value(NewDeviceFields.REPLY).contains("\"etag\""), "the reply is what the hub has");
		assertTrue(form.enabled(NewDeviceFields.COPY_CONNECTION_STRING));
		assertEquals("{\"site\":\"north\",\"floor\":2}", twin("d1").tags());
		assertEquals("{\"interval\":1.0}", twin("d1").desired().json());
	}

	@Test
	void whatATwinCannotHaveIsToldWhileItIsTyped() {
		form.enter(NewDeviceFields.DEVICE_ID, "d1");
		wizard.scope().press("Next >");
		form.enter(NewDeviceFields.TAGS, "{\"a\":\"%1$s\",\"b\":\"%1$s\",\"c\":\"%1$s\"}".formatted("x".repeat(4000)));
		assertEquals("Tags, line 1: Tags must not have more than 8192 bytes; these have 12003.", wizard.error());
		assertFalse(wizard.canFinish());
		// as deep as a hub takes them
		form.enter(NewDeviceFields.TAGS, "{\"a\":".repeat(10) + "{}" + "}".repeat(10));
		assertEquals("", wizard.error());
		form.enter(NewDeviceFields.TAGS, "{\"a\":null}");
		assertEquals("Tags, line 1: null removes this member.", wizard.message());
		assertTrue(wizard.canFinish());
		form.enter(NewDeviceFields.DESIRED, "{\"a\":\n[null]}");
		assertEquals("Desired properties, line 2: An array must not have null.", wizard.error());
	}

	@Test
	void anIdThatExistsIsToldOnThePageOfTheTwin() throws Exception {
		hub.create("taken");
		form.enter(NewDeviceFields.DEVICE_ID, "taken");
		wizard.scope().press("Next >");
		form.enter(NewDeviceFields.TAGS, "{\"a\":1}");
		wizard.finish();
		Until.holds("the refusal", () -> !wizard.error().isEmpty());
		assertTrue(wizard.error().contains("taken"), wizard.error());
		assertEquals("{\"a\":1}", form.value(NewDeviceFields.TAGS));
	}
}
