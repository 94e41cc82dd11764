// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.localhub.settings.ConnectionLimits;
import iothubtools.localhub.settings.HubLimits;

/** Messages of AMQP that begin on many links before they come to their end have bounded room, and nothing waits for ever. */
@Timeout(300)
class AmqpBegunMessagesTest {

	private static final String EVENTS = "/devices/d/messages/events";

	@TempDir
	Path data;

	private static byte[] encoded() {
		byte[] bytes = new byte[300_000];
		Message message = AmqpPeer.message("x".repeat(200_000));
		return Arrays.copyOf(bytes, message.encode(bytes, 0, bytes.length));
	}

	private static final byte[] WHOLE = encoded();
	private static final byte[] PART = Arrays.copyOf(WHOLE, 100_000);
	private static final byte[] REST = Arrays.copyOfRange(WHOLE, PART.length, WHOLE.length);

	private TestHub start(ConnectionLimits limits) throws Exception {
		TestHub hub = TestHub.start(data, settings -> settings.withLimits(HubLimits.DEFAULT.withConnections(limits)));
		hub.create("d");
		return hub;
	}

	@Test
	void ofManyThatBeginAtOnceSomeEndTheirLinkAndTheOthersArrive() throws Exception {
		ConnectionLimits usual = ConnectionLimits.DEFAULT;
		try (TestHub hub = start(new ConnectionLimits(usual.stall(), usual.bytesPerSecond(), usual.idle(), 64_000_000));
				AmqpPeer peer = AmqpPeer.device(hub, "d")) {
			List<Sender> senders = new ArrayList<>();
			List<Delivery> begun = new ArrayList<>();
			for (int i = 0; i < 40; i++) {
				senders.add(peer.sender(EVENTS));
				begun.add(peer.begin(senders.get(i), PART));
			}
			peer.until("those that are too many are refused", () -> ended(senders) >= 15);
			assertEquals(15, ended(senders));
			for (int i = 0; i < senders.size(); i++) {
				if (i < 25) {
					assertEquals(Accepted.getInstance(), peer.finish(senders.get(i), begun.get(i), REST));
				} else {
					assertEquals("amqp:resource-limit-exceeded", peer.ended(senders.get(i)).getCondition().toString());
				}
			}
			assertEquals(Accepted.getInstance(), peer.send(peer.sender(EVENTS), AmqpPeer.message("x".repeat(200_000))));
			assertEquals(26, hub.hub().receivedMessages("d").size());
		}
	}

	private static long ended(List<Sender> senders) {
		return senders.stream().filter(sender -> sender.getRemoteState() == EndpointState.CLOSED).count();
	}

	@Test
	void connectionsWaitForRoomAndAllComeToTheirEnd() throws Exception {
		ConnectionLimits little = new ConnectionLimits(Duration.ofSeconds(30), 1000, Duration.ofMinutes(2), 1_000_000);
		try (TestHub hub = start(little)) {
			for (int i = 0; i < 6; i++) {
				hub.create("d" + i);
			}
			List<AmqpPeer> peers = new ArrayList<>();
			List<Sender> senders = new ArrayList<>();
			List<Delivery> begun = new ArrayList<>();
			for (int i = 0; i < 6; i++) {
				peers.add(AmqpPeer.device(hub, "d" + i));
				senders.add(peers.get(i).sender("/devices/d" + i + "/messages/events"));
				begun.add(peers.get(i).begin(senders.get(i), PART));
			}
			for (int i = 0; i < 6; i++) {
				assertEquals(Accepted.getInstance(), peers.get(i).finish(senders.get(i), begun.get(i), REST));
			}
			for (AmqpPeer peer : peers) {
				peer.close();
			}
		}
	}

	@Test
	void oneThatDoesNotComeToItsEndEndsItsLinkAlone() throws Exception {
		ConnectionLimits quick = new ConnectionLimits(Duration.ofSeconds(8), 1_000_000, Duration.ofMinutes(2), 10_000_000);
		try (TestHub hub = start(quick); AmqpPeer peer = AmqpPeer.device(hub, "d")) {
			Sender stopped = peer.sender(EVENTS);
			peer.begin(stopped, PART);
			assertEquals("com.microsoft:timeout", peer.ended(stopped).getCondition().toString());
			assertEquals(Accepted.getInstance(), peer.send(peer.sender(EVENTS), AmqpPeer.message("goes on")));
		}
	}
}
