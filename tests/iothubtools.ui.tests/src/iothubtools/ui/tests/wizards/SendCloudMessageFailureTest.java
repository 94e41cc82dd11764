// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.wizards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.SettleMessageOperation.End;
import iothubtools.tests.support.hub.DeviceQueue;
import iothubtools.tests.support.time.Promptly;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.wizards.FailureArea;
import iothubtools.ui.internal.wizards.WizardSettings;
import iothubtools.ui.internal.wizards.cloudmessage.CloudMessageFields;
import iothubtools.ui.internal.wizards.message.SendMessageFields;
import iothubtools.ui.tests.support.HubFixture;

/** Messages to devices that the hub does not take, cannot be given or may not be. */
class SendCloudMessageFailureTest extends WithCloudMessageWizard {

	@Test
	void aFullQueueIsToldInTheFormAndWhatWasTypedStays() throws Exception {
		DeviceQueue queue = new DeviceQueue(hub);
		for (int i = 0; i < 50; i++) {
			queue.add(id(1), "m", "x");
		}
		form.enter(SendMessageFields.BODY, "{}");
		wizard.finish();
		String failure = form.value(FailureArea.ID);
		assertTrue(failure.contains("queue of the device is full") && failure.contains("50"), failure);
		assertEquals("{}", form.value(SendMessageFields.BODY));
		form.enter(CloudMessageFields.DEVICES, id(1) + " " + id(2) + " nobody");
		finishAndWait();
		assertEquals(Map.of(id(1), "Refused", id(2), "In the queue", "nobody", "Refused"), states());
		select(1);
		assertTrue(form.value(CloudMessageFields.DETAILS).contains("is full"), form.value(CloudMessageFields.DETAILS));
	}

	@Test
	void aHubThatIsStoppedInTheMiddleIsToldAndSentToAgainWhenItIsBack() throws Exception {
		form.enter(SendMessageFields.BODY, "{\"n\": 1}");
		finishAndWait();
		hub.stop();
		form.press(SendMessageFields.SEND_AGAIN);
		Until.holds("the form", () -> !wizard.page().equals(SENT));
		assertFalse(form.value(FailureArea.ID).isEmpty());
		assertEquals("{\"n\": 1}", form.value(SendMessageFields.BODY));
		assertEquals(id(1), form.value(CloudMessageFields.DEVICES));
		hub.restart();
		finishAndWait();
		assertEquals("In the queue", states().get(id(1)));
	}

	@Test
	void aClosedPortOfAmqpIsGoneAroundOverWebSocket() throws Exception {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			HubFixture.amqpPort(hub.connection(), socket.getLocalPort());
		}
		finishAndWait();
		assertEquals("In the queue", states().get(id(1)));
		settle(1, End.COMPLETE);
		clock.advance(Duration.ofSeconds(16));
		awaitState(1, "Delivered");
	}

	@Test
	void aHubThatIsNotThereIsTold() throws Exception {
		hub.stop();
		form.enter(SendMessageFields.BODY, "7");
		wizard.finish();
		String failure = form.value(FailureArea.ID);
		assertTrue(failure.contains("AMQP does not get through") && failure.contains("5671"), failure);
		assertEquals("7", form.value(SendMessageFields.BODY));
	}

	@Test
	void isCancelledWithinASecond() throws Exception {
		try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			HubFixture.amqpPort(hub.connection(), silent.getLocalPort());
			// so that it is the sending that connects, and not the listening before it
			WizardSettings.of("sendCloudMessage").put("feedback", "NONE");
			reopen(hub.connection(), 1);
			form.enter(SendMessageFields.BODY, "7");
			AtomicBoolean lookedAt = new AtomicBoolean();
			Promptly.within(Duration.ofSeconds(1), "Cancelling", () -> {
				if (wizard.page().equals(SENT)) {
					form.press(SendMessageFields.EDIT_MESSAGE);
					Until.holds("the form", () -> wizard.canFinish());
				}
				wizard.finish();
				// once it is looked whether anything answers
				for (int i = 0; i < (lookedAt.getAndSet(true) ? 1 : 2); i++) {
					silent.accept().setSoTimeout(1);
				}
				return Promptly.time(() -> {
					wizard.stop();
					Until.holds("the page to come back", () -> wizard.page().equals(SENT));
				});
			});
			Until.holds("that it is not known", () -> "Not known".equals(states().get(id(1))));
		}
	}

	@Test
	void withoutTheRightItIsNotSentAndSaysWhichOneIsMissing() throws Exception {
		HubConnection reader = HubFixture.connect(hub.hub(), "Reader", "registryRead");
		try {
			reopen(reader, 1);
			wizard.finish();
			String failure = form.value(FailureArea.ID);
			assertTrue(failure.contains("ServiceConnect"), failure);
			form.enter(SendMessageFields.BODY, "2");
			assertTrue(wizard.error().contains("ServiceConnect"), wizard.error());
			assertFalse(wizard.canFinish());
		} finally {
			wizard.close();
			HubFixture.forget(reader.id());
		}
	}
}
