// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.MessageAnnotations;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A client of AMQP that gives credit and then does not read costs a little, holds up nobody, and goes on where it was. */
@Timeout(300)
class AmqpSlowReaderTest {

	@RegisterExtension
	static final TestHub HUB = TestHub.withoutDevices();
	private static final DeviceQueue QUEUE = new DeviceQueue(HUB);

	@Test
	void whatADeviceDoesNotReadStaysInItsQueue() throws Exception {
		HUB.create("slow");
		String large = "x".repeat(60_000);
		for (int i = 0; i < 50; i++) {
			QUEUE.send("slow", i + large).expect(204);
		}
		try (AmqpPeer peer = AmqpPeer.narrow(HUB, "slow", 4)) {
			Receiver commands = peer.receiver("/devices/slow/messages/devicebound", 100);
			// the window is full, and the hub has had its time to take what it takes
			peer.until("the first message begins", () -> commands.current() != null && commands.current().pending() > 0);
			for (int i = 0; i < 20; i++) {
				peer.turn();
			}
			Set<String> all = new HashSet<>();
			for (Reply reply = QUEUE.receive("slow"); reply.status() == 200; reply = QUEUE.receive("slow")) {
				all.add(reply.body());
				QUEUE.complete("slow", DeviceQueue.token(reply)).expect(204);
			}
			int elsewhere = all.size();
			assertTrue(elsewhere >= 30, () -> "only " + elsewhere + " are there for somebody who reads");
			assertTrue(elsewhere < 50, "some are on their way to the first reader");
			while (all.size() < 50) {
				String body = AmqpPeer.body(peer.receive(commands));
				assertTrue(all.add(body), "a message came twice");
			}
		}
	}

	/** It takes no good-bye any more: it is cut, and does not wait for a hub that is gone. */
	@Test
	void whoeverDoesNotReadIsCutWhenTheHubStops(@TempDir Path data) throws Exception {
		try (TestHub hub = TestHub.start(data, settings -> settings)) {
			hub.create("d");
			String large = "x".repeat(250_000);
			for (int i = 0; i < 60; i++) {
				hub.callAsDevice("d", "POST", "/messages/events", large).expect(204);
			}
			try (AmqpPeer peer = AmqpPeer.service(hub, "service")) {
				List<Receiver> all = new ArrayList<>();
				for (int partition = 0; partition < 4; partition++) {
					all.add(peer.begin(EventHubTest.source("$Default", partition, null), 100, Map.of()));
				}
				peer.until("the first message begins", () -> all.stream().anyMatch(reader -> reader.current() != null));
				// and nothing is read from here on, until the hub has stopped
				hub.close();
				try {
					peer.silence();
				} catch (IOException e) {
					// it is over without a word
					peer.vanish();
				}
			}
		}
	}

	@Test
	void whatADeviceIsToldAndDoesNotReadIsLostOldestFirst() throws Exception {
		HUB.create("deaf");
		HUB.create("neighbour");
		try (AmqpPeer peer = AmqpPeer.narrow(HUB, "deaf", 4); AmqpPeer other = AmqpPeer.device(HUB, "neighbour")) {
			Receiver told = subscribed(peer, "deaf");
			Receiver neighbour = subscribed(other, "neighbour");
			for (int i = 1; i <= 250; i++) {
				// of eight parts, as a value has 4 KB at most
				StringBuilder patch = new StringBuilder();
				for (int part = 0; part < 8; part++) {
					patch.append("\"p").append(part).append("\":\"").append(i).append("x".repeat(3_800)).append("\",");
				}
				patch.append("\"n\":").append(i);
				HUB.call("PATCH", "/twins/deaf", "{\"properties\":{\"desired\":{" + patch + "}}}").expect(200);
			}
			HUB.call("PATCH", "/twins/neighbour", "{\"properties\":{\"desired\":{\"n\":1}}}").expect(200);
			assertTrue(AmqpPeer.body(other.receive(neighbour)).contains("\"n\":1"));
			List<String> heard = new ArrayList<>();
			do {
				heard.add(AmqpPeer.body(peer.receive(told)));
			} while (!heard.get(heard.size() - 1).contains("\"n\":250,"));
			assertTrue(heard.size() < 200, () -> heard.size() + " changes of 30 KB were kept for it");
			assertTrue(heard.size() > 50, () -> "no more than " + heard.size() + " were");
		}
	}

	/** A device that hears of changes of its desired properties. */
	private static Receiver subscribed(AmqpPeer peer, String device) throws Exception {
		Receiver told = peer.receiver("/devices/" + device + "/twin", 1000);
		Sender asks = peer.sender("/devices/" + device + "/twin");
		Message request = AmqpPeer.message("");
		request.setCorrelationId("subscribes");
		Map<Symbol, Object> annotations = new HashMap<>();
		annotations.put(Symbol.valueOf("operation"), "PUT");
		annotations.put(Symbol.valueOf("resource"), "/notifications/twin/properties/desired");
		request.setMessageAnnotations(new MessageAnnotations(annotations));
		assertEquals(Accepted.getInstance(), peer.send(asks, request));
		assertEquals("subscribes", peer.receive(told).getCorrelationId());
		return told;
	}
}
