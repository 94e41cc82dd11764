// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.localhub.settings.ConnectionLimits;
import iothubtools.localhub.settings.HubLimits;
import iothubtools.tests.support.time.Eventually;
import iothubtools.tests.support.time.SettableClock;

/** What a client of AMQP leaves behind that goes while the hub is at something for it: nobody else waits for that. */
@Timeout(300)
class AmqpGoneClientTest {

	private static final Duration LATE = Duration.ofMinutes(1);
	private static final int TRIES = 30;

	@TempDir
	Path data;

	@Test
	void whatWasNotKeptYetWhenItsDeviceWentTakesNoRoomForGood() throws Exception {
		SettableClock clock = new SettableClock();
		ConnectionLimits usual = ConnectionLimits.DEFAULT;
		ConnectionLimits little = new ConnectionLimits(usual.stall(), usual.bytesPerSecond(), usual.idle(), 400_000);
		try (TestHub hub = TestHub.start(data, settings -> settings.withClock(clock).withLimits(HubLimits.DEFAULT.withConnections(little)))) {
			hub.create("gone");
			hub.create("d");
			hub.hub().inject(FaultPlan.of(FaultRule.of("SendDeviceEvent", new FaultEffect.Delay(LATE)).withTimes(1)));
			AmqpPeer gone = AmqpPeer.device(hub, "gone");
			Sender events = gone.sender("/devices/gone/messages/events");
			gone.start(events, AmqpPeer.message("x".repeat(200_000)));
			gone.until("the hub has it", () -> hub.hub().injected().equals(List.of(1L)));
			gone.vanish();
			Eventually.holds("the hub knows that it is gone", () -> "Disconnected"
					.equals(hub.call("GET", "/devices/gone", null).json().get("connectionState").getAsString()));
			clock.advance(LATE);
			Eventually.holds("its message is kept", () -> hub.hub().receivedMessages("gone").size() == 1);
			try (AmqpPeer peer = AmqpPeer.device(hub, "d")) {
				byte[] bytes = new byte[300_000];
				Message message = AmqpPeer.message("y".repeat(200_000));
				byte[] whole = Arrays.copyOf(bytes, message.encode(bytes, 0, bytes.length));
				Sender sender = peer.sender("/devices/d/messages/events");
				// it needs the room of the largest message until it has come to its end
				Delivery delivery = peer.begin(sender, Arrays.copyOf(whole, 100_000));
				assertEquals(Accepted.getInstance(), peer.finish(sender, delivery, Arrays.copyOfRange(whole, 100_000, whole.length)));
			}
		}
	}

	@Test
	void whatWasOnItsWayToADeviceThatWentIsThereWhenItConnectsAgain() throws Exception {
		// no lock runs out by itself while this clock stands
		SettableClock clock = new SettableClock();
		try (TestHub hub = TestHub.start(data, settings -> settings.withClock(clock))) {
			hub.create("d");
			for (int i = 0; i < TRIES; i++) {
				AmqpPeer gone = AmqpPeer.device(hub, "d");
				Receiver none = gone.receiver("/devices/d/messages/devicebound", 0);
				hub.call("POST", "/localhub/devices/d/messages/deviceBound", "message " + i).expect(204);
				none.flow(1);
				gone.write();
				gone.vanish();
				try (AmqpPeer again = AmqpPeer.device(hub, "d")) {
					assertEquals("message " + i, AmqpPeer.body(again.receive(again.receiver("/devices/d/messages/devicebound", 1))));
				}
			}
		}
	}
}
