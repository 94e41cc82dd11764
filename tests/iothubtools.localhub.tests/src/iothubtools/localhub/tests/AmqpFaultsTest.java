// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.message.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultEffect.Break;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.localhub.settings.EventHubSettings;
import iothubtools.tests.support.time.Eventually;
import iothubtools.tests.support.time.SettableClock;

/** What goes wrong on purpose over AMQP beside messages: links, tokens, questions, and what readers are sent (docs/localhub.md). */
@Timeout(300)
class AmqpFaultsTest {

	private static final SettableClock CLOCK = new SettableClock();
	private static final String EVENTS = "/devices/d/messages/events";
	private static final String PARTITION = "iothub-ehub-localhub/ConsumerGroups/$Default/Partitions/";
	private static final FaultEffect BUSY = new FaultEffect.Status(503, "ServerBusy");

	@RegisterExtension
	static final TestHub HUB = TestHub.with(settings -> settings.withClock(CLOCK).withEvents(EventHubSettings.DEFAULT.withPartitions(2)));

	@BeforeAll
	static void device() {
		HUB.create("d");
	}

	@AfterEach
	void noMoreFaults() {
		HUB.hub().inject(FaultPlan.NONE);
	}

	private static void inject(FaultRule... rules) {
		HUB.hub().inject(FaultPlan.of(rules));
	}

	private static String condition(AmqpPeer peer, Link link) throws IOException {
		return peer.ended(link).getCondition().toString();
	}

	@Test
	void aLinkIsRefusedOrEndedWhenItIsOpen() throws Exception {
		inject(FaultRule.of("AttachLink", BUSY).withTimes(1));
		try (AmqpPeer peer = AmqpPeer.device(HUB, "d")) {
			assertEquals("com.microsoft:server-busy", condition(peer, peer.sender(EVENTS)));
			assertEquals(Accepted.getInstance(), peer.send(peer.sender(EVENTS), AmqpPeer.message("the next one opens")));
			inject(FaultRule.of("AttachLink", Break.TRUNCATE).withTimes(1));
			assertEquals("amqp:link:detach-forced", condition(peer, peer.sender(EVENTS)));
			inject(FaultRule.of("AttachLink", Break.FAIL_AFTER_COMMIT).withTimes(1));
			assertEquals("amqp:internal-error", condition(peer, peer.sender(EVENTS)));
			inject(FaultRule.of("AttachLink", new FaultEffect.ClockSkew(Duration.ofHours(1))).withTimes(1));
			assertEquals("amqp:unauthorized-access", condition(peer, peer.sender(EVENTS)));
			assertEquals(List.of(1L), HUB.hub().injected());
		}
	}

	@Test
	void aLinkOpensLateByTheHubsClock() throws Exception {
		try (AmqpPeer peer = AmqpPeer.device(HUB, "d")) {
			Sender open = peer.sender(EVENTS);
			inject(FaultRule.of("AttachLink", new FaultEffect.Delay(Duration.ofMinutes(1))));
			Sender late = peer.begin(EVENTS);
			peer.until("the hub knows of it", () -> HUB.hub().injected().equals(List.of(1L)));
			assertEquals(Accepted.getInstance(), peer.send(open, AmqpPeer.message("others go on")));
			assertEquals(EndpointState.UNINITIALIZED, late.getRemoteState());
			CLOCK.advance(Duration.ofMinutes(1));
			assertEquals(Accepted.getInstance(), peer.send(late, AmqpPeer.message("late")));
		}
	}

	@Test
	void aConnectionEndsWhenALinkIsAskedFor() throws Exception {
		for (Break way : List.of(Break.DROP_BEFORE, Break.DROP_AFTER)) {
			AmqpPeer peer = AmqpPeer.device(HUB, "d");
			peer.until("it is open", () -> peer.connection.getRemoteState() == EndpointState.ACTIVE);
			inject(FaultRule.of("AttachLink", way));
			peer.begin(EVENTS);
			peer.silence();
		}
	}

	@Test
	void aTokenIsNotTakenOrTakenAndNotSaidSo() throws Exception {
		String audience = HUB.hub().hostName() + "/devices/d";
		try (AmqpPeer peer = AmqpPeer.anonymous(HUB)) {
			inject(FaultRule.of("PutToken", BUSY).withTimes(1));
			assertEquals(503, peer.putToken(audience, HUB.deviceToken("d")));
			assertEquals("amqp:unauthorized-access", condition(peer, peer.sender(EVENTS)));
			inject(FaultRule.of("PutToken", Break.FAIL_AFTER_COMMIT).withTimes(1));
			assertEquals(500, peer.putToken(audience, HUB.deviceToken("d")));
			assertEquals(Accepted.getInstance(), peer.send(peer.sender(EVENTS), AmqpPeer.message("it was taken")));
		}
	}

	@Test
	void aRateHitsTheSameQuestionsWithTheSameSeed() throws Exception {
		FaultPlan plan = FaultPlan.of(FaultRule.of("ReadEventHub", BUSY).withRate(0.3));
		String first = hits(plan.withSeed(1));
		assertEquals(first, hits(plan.withSeed(1)));
		assertNotEquals(first, hits(plan.withSeed(2)));
	}

	private static String hits(FaultPlan plan) throws Exception {
		HUB.hub().inject(plan);
		StringBuilder hits = new StringBuilder();
		try (AmqpPeer peer = AmqpPeer.service(HUB, "service")) {
			for (int i = 0; i < 40; i++) {
				Message request = Message.Factory.create();
				request.setApplicationProperties(new ApplicationProperties(
						Map.of("operation", "READ", "name", "iothub-ehub-localhub", "type", "com.microsoft:eventhub")));
				int status = (int) peer.request("$management", request).getApplicationProperties().getValue().get("status-code");
				hits.append(status == 503 ? 'x' : status == 200 ? '.' : '?');
			}
		}
		return hits.toString();
	}

	@Test
	void aReaderIsDetachedAndGoesOnWhereItWas() throws Exception {
		HUB.create("read");
		try (AmqpPeer sends = AmqpPeer.device(HUB, "read"); AmqpPeer peer = AmqpPeer.service(HUB, "service")) {
			// whatever partition it is: both are read, and only one gets something new
			Receiver[] both = { latest(peer, 0), latest(peer, 1) };
			Sender events = sends.sender("/devices/read/messages/events");
			inject(FaultRule.of("ReceiveEvent", Break.TRUNCATE).withTimes(1), FaultRule.of("ReceiveEvent", BUSY).withSkip(1).withTimes(1));
			sends.send(events, AmqpPeer.message("one"));
			sends.send(events, AmqpPeer.message("two"));
			peer.until("one is ended", () -> ended(both[0]) || ended(both[1]));
			int own = ended(both[0]) ? 0 : 1;
			assertEquals("amqp:link:detach-forced", condition(peer, both[own]));
			assertEquals("one", AmqpPeer.body(peer.receive(both[own])));
			assertFalse(ended(both[1 - own]), "the other goes on");
			Receiver again = peer.receiver(PARTITION + own, 100);
			assertEquals("com.microsoft:server-busy", condition(peer, again));
			inject(FaultRule.of("ReceiveEvent", new FaultEffect.Delay(Duration.ofMinutes(1))).withTimes(1));
			Receiver last = peer.receiver(PARTITION + own, 100);
			Eventually.holds("the first event is late", () -> HUB.hub().injected().equals(List.of(1L)));
			for (int i = 0; i < 5; i++) {
				peer.turn();
			}
			Delivery nothing = last.current();
			assertTrue(nothing == null, "nothing comes before its time");
			CLOCK.advance(Duration.ofMinutes(1));
			String body = AmqpPeer.body(peer.receive(last));
			while (!body.equals("two")) {
				body = AmqpPeer.body(peer.receive(last));
			}
		}
	}

	private static boolean ended(Link link) {
		return link.getRemoteState() == EndpointState.CLOSED;
	}

	/** A reader of what comes from now on. */
	private static Receiver latest(AmqpPeer peer, int partition) throws Exception {
		Receiver receiver = EventHubTest.receiver(peer, partition, "amqp.annotation.x-opt-offset > '@latest'", Map.of());
		peer.until("it is open", () -> receiver.getRemoteState() == EndpointState.ACTIVE);
		return receiver;
	}
}
