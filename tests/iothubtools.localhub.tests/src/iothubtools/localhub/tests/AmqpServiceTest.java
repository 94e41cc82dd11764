// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.message.Message;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.tests.support.time.SettableClock;

/** The service side of AMQP as a client sees it that has no SDK (contract §3.7). */
class AmqpServiceTest {

	private static final SettableClock CLOCK = new SettableClock();

	@RegisterExtension
	static final TestHub HUB = TestHub.with(settings -> settings.withClock(CLOCK));

	@BeforeAll
	static void devices() {
		HUB.create("d");
	}

	private static Message to(String address, String body, Map<String, Object> properties) {
		Message message = AmqpPeer.message(body);
		message.setAddress(address);
		message.setMessageId(body);
		message.setApplicationProperties(new ApplicationProperties(properties));
		return message;
	}

	private static String refused(AmqpPeer peer, Sender commands, Message message) throws Exception {
		return assertInstanceOf(Rejected.class, peer.send(commands, message)).getError().getCondition().toString();
	}

	@Test
	void aMessageThatCannotBeIsRejectedWithItsReasonAndTheLinkGoesOn() throws Exception {
		try (AmqpPeer peer = AmqpPeer.service(HUB, "service")) {
			Sender commands = peer.sender("/messages/devicebound");
			assertEquals("amqp:not-found", refused(peer, commands, to("/devices/nobody/messages/devicebound", "x", Map.of())));
			assertEquals("com.microsoft:argument-error", refused(peer, commands, to("/devices/d", "x", Map.of())));
			assertEquals("com.microsoft:argument-error", refused(peer, commands, to("/devices/d/messages/devicebound", "x", Map.of("iothub-ack", "maybe"))));
			assertEquals("com.microsoft:argument-error", refused(peer, commands, to("/devices/d/messages/devicebound", "x", Map.of("a\r\nb", "c"))));
			assertEquals("amqp:link:message-size-exceeded",
					refused(peer, commands, to("/devices/d/messages/devicebound", "y".repeat(100), Map.of("large", "z".repeat(64 * 1024)))));
			assertEquals(Accepted.getInstance(), peer.send(commands, to("/devices/d/messages/deviceBound", "good", Map.of("site", "A"))));
		}
		Reply received = HUB.callAsDevice("d", "GET", "/messages/deviceBound", null).expect(200);
		assertEquals("good", received.body());
		HUB.call("DELETE", "/devices/d/commands", null).expect(200);
	}

	@Test
	void feedbackThatIsNotSettledComesAgain() throws Exception {
		HUB.create("f");
		try (AmqpPeer peer = AmqpPeer.service(HUB, "service")) {
			assertEquals(Accepted.getInstance(), peer.send(peer.sender("/messages/devicebound"),
					to("/devices/f/messages/devicebound", "wanted", Map.of("iothub-ack", "full"))));
			HUB.call("DELETE", "/devices/f/commands", null).expect(200);
			CLOCK.advance(Duration.ofSeconds(16));
			Receiver feedback = peer.receiver("/messages/serviceBound/feedback", 1);
			Message first = peer.receive(feedback, null);
			assertTrue(AmqpPeer.body(first).contains("\"originalMessageId\":\"wanted\""), AmqpPeer.body(first));
			assertTrue(AmqpPeer.body(first).contains("\"statusCode\":\"Purged\""));
			assertEquals("application/vnd.microsoft.iothub.feedback.json", first.getContentType());
			peer.vanish();
		}
		try (AmqpPeer peer = AmqpPeer.service(HUB, "service")) {
			Message again = peer.receive(peer.receiver("/messages/servicebound/feedback", 1));
			assertTrue(AmqpPeer.body(again).contains("wanted"));
		}
		assertEquals(204, HUB.call("GET", "/messages/serviceBound/feedback", null).status());
	}

	@Test
	void itNeedsTheRightServiceConnect() throws Exception {
		for (String policy : new String[] { "device", "registryReadWrite" }) {
			try (AmqpPeer peer = AmqpPeer.service(HUB, policy)) {
				assertEquals("amqp:unauthorized-access", peer.ended(peer.sender("/messages/devicebound")).getCondition().toString());
				assertEquals("amqp:unauthorized-access",
						peer.ended(peer.receiver("/messages/serviceBound/feedback", 1)).getCondition().toString());
				assertEquals("amqp:unauthorized-access",
						peer.ended(peer.receiver("/messages/serviceBound/filenotifications", 1)).getCondition().toString());
			}
		}
	}

	@Test
	void theFaultPlanRejectsDetachesAndCloses() throws Exception {
		HUB.create("g");
		HUB.hub().inject(new FaultPlan(1, List.of(
				new FaultRule("SendDeviceEvent", 1, 0, 1, new FaultEffect.Status(429, "ThrottlingException")),
				new FaultRule("SendDeviceEvent", 1, 1, 1, FaultEffect.Break.TRUNCATE),
				new FaultRule("SendDeviceEvent", 1, 2, 1, FaultEffect.Break.DROP_BEFORE),
				new FaultRule("SendCloudToDeviceMessage", 1, 0, 1, FaultEffect.Break.FAIL_AFTER_COMMIT))));
		try (AmqpPeer peer = AmqpPeer.device(HUB, "g")) {
			Sender events = peer.sender("/devices/g/messages/events");
			assertEquals("com.microsoft:device-container-throttled", refused(peer, events, AmqpPeer.message("rejected")));
			peer.send(events, AmqpPeer.message("detached"));
			assertEquals("amqp:link:detach-forced", peer.ended(events).getCondition().toString());
			Sender again = peer.sender("/devices/g/messages/events");
			peer.start(again, AmqpPeer.message("closed"));
			peer.silence();
		}
		assertEquals(List.of("detached"), HUB.hub().receivedMessages("g").stream().map(one -> new String(one.body())).toList());
		try (AmqpPeer peer = AmqpPeer.service(HUB, "service")) {
			assertEquals("amqp:internal-error",
					refused(peer, peer.sender("/messages/devicebound"), to("/devices/g/messages/devicebound", "kept", Map.of())));
		}
		HUB.hub().inject(FaultPlan.NONE);
		assertEquals("kept", HUB.callAsDevice("g", "GET", "/messages/deviceBound", null).body());
	}
}
