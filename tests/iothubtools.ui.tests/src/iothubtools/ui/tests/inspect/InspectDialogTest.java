// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.auth.ConnectionString;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.inspect.CheckStep;
import iothubtools.core.operations.HubJob;
import iothubtools.tour.driver.Pasteboard;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.inspect.InspectFields;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.Mnemonics;
import iothubtools.ui.tests.support.WithHubView;

/** Somebody wonders what is wrong with a connection string or a token. */
class InspectDialogTest extends WithHubView {

	private static final String TITLE = "Inspect Connection String or Token";

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");
	private Form form;

	@BeforeEach
	void createADevice() throws Exception {
		hub.create("d1");
		view.awaitRows(2);
		Pasteboard.put("nothing of ours");
	}

	@AfterEach
	void closeTheDialog() {
		if (HubView.dialogs().contains(TITLE)) {
			Scope.window(TITLE).press("Close");
			form.closed();
		}
	}

	private Form inspect(String text) {
		view.command(UiIds.INSPECT);
		form = new Form(TITLE).open();
		return form.enter(InspectFields.TEXT, text);
	}

	private void awaitResult(CheckStep step, String result) {
		Until.holds(step + " " + result, () -> form.value(InspectFields.result(step)).equals(result));
	}

	@Test
	void aDevicesStringIsExplainedAndTriedAndItsKeyKnown() {
		inspect(hub.hub().deviceConnectionString("d1"));
		assertEquals("Connection string of a device", form.value(InspectFields.KIND));
		assertEquals("127.0.0.1/devices/d1, by its own credential", form.value(InspectFields.SCOPE));
		form.press(InspectFields.CHECK);
		awaitResult(CheckStep.AUTHENTICATION, "passed");
		Until.holds("the key to be known",
				() -> form.value(InspectFields.MATCH).equals("right: it is the key of d1, by the connection Factory"));
		assertEquals("that of the hub and that of this machine agree", form.value(InspectFields.CLOCK));
		assertEquals("passed", form.value(InspectFields.result(CheckStep.TLS)));
		assertEquals("left out", form.value(InspectFields.result(CheckStep.PROXY)));
	}

	@Test
	void anExpiredTokenIsToldWithTheTimeSince() {
		ConnectionString policy = HubConnectionString.parse(hub.hub().connectionString("iothubowner"));
		inspect(policy.token(Instant.now().minusSeconds(2 * 3600 + 90)).value());
		assertEquals("SAS token of a policy for a hub", form.value(InspectFields.KIND));
		assertTrue(form.value(InspectFields.EXPIRY).endsWith(", expired 2 h 1 min ago"), form.value(InspectFields.EXPIRY));
		form.press(InspectFields.CHECK);
		awaitResult(CheckStep.AUTHENTICATION, "failed");
		Until.holds("the key to be known", () -> form.value(InspectFields.MATCH).startsWith("right: it is the key of iothubowner"));
	}

	@Test
	void ofSeveralHubsOnOneMachineItIsTheOneOfThePort() throws Exception {
		try (HubFixture other = HubFixture.start(folder.resolve("other"), "Warehouse", 0)) {
			other.create("d1");
			for (String text : List.of(other.hub().connectionString("iothubowner"), other.hub().deviceConnectionString("d1"))) {
				inspect(text);
				form.press(InspectFields.CHECK);
				awaitResult(CheckStep.AUTHENTICATION, "passed");
				Until.holds("the key to be known", () -> form.value(InspectFields.MATCH).endsWith("by the connection Warehouse"));
				assertTrue(form.value(InspectFields.MATCH).startsWith("right:"), form.value(InspectFields.MATCH));
				Scope.window(TITLE).press("Close");
				form.closed();
			}
			// a token does not tell the port
			inspect(HubConnectionString.parse(other.hub().connectionString("iothubowner")).token(Instant.now().plusSeconds(600)).value());
			form.press(InspectFields.CHECK);
			awaitResult(CheckStep.AUTHENTICATION, "passed");
			Until.holds("the key to be known", () -> form.value(InspectFields.MATCH).startsWith("right:"));
		}
	}

	@Test
	void whatIsOnTheClipboardIsTakenAndMasked() {
		String text = Objects.requireNonNull(hub.hub().deviceConnectionString("d1"));
		Pasteboard.put(text);
		view.command(UiIds.INSPECT);
		form = new Form(TITLE).open();
		assertEquals(text, form.value(InspectFields.TEXT));
		assertTrue(Ui.get(() -> ((Text) form.control(InspectFields.TEXT)).getEchoChar()) != 0, "the key can be read");
		assertEquals(List.of(), Mnemonics.clashes(form.control(InspectFields.TEXT)));
	}

	@Test
	void aKeyToCompareWithIsEnough() {
		String text = hub.hub().deviceConnectionString("d1");
		inspect(text).enter(InspectFields.KEY, text.replaceFirst(".*SharedAccessKey=", ""));
		assertEquals("It is the key that was entered.", form.value(InspectFields.MATCH));
		form.enter(InspectFields.KEY, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
		assertEquals("It is not the key that was entered.", form.value(InspectFields.MATCH));
	}

	@Test
	void whatIsNoneIsToldAndCannotBeTried() {
		inspect("HostName=h.net;DeviceId=d");
		assertFalse(form.enabled(InspectFields.CHECK));
		Scope.window(TITLE).shows("SharedAccessKey is missing.");
		assertEquals("", form.value(InspectFields.KIND));
	}

	@Test
	void aCheckThatHangsIsStopped() throws Exception {
		try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			inspect("HostName=127.0.0.1:" + silent.getLocalPort() + ";DeviceId=d;SharedAccessKey=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
			form.press(InspectFields.CHECK);
			awaitResult(CheckStep.TCP, "passed");
			form.press(InspectFields.CHECK);
			awaitResult(CheckStep.TLS, "stopped");
			Job.getJobManager().join(HubJob.FAMILY, null);
			assertEquals("stopped", form.value(InspectFields.result(CheckStep.TLS)));
			assertEquals("Check Co&nnection", form.value(InspectFields.CHECK));
		}
	}
}
