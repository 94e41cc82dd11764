// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.apache.qpid.proton.amqp.messaging.Released;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sasl;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.message.Message;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.localhub.LocalHub;
import iothubtools.localhub.messages.ReceivedMessage;
import iothubtools.localhub.settings.ConnectionLimits;
import iothubtools.localhub.settings.HubLimits;
import iothubtools.localhub.settings.LocalHubException;
import iothubtools.localhub.settings.LocalHubSettings;
import iothubtools.tests.support.time.SettableClock;

/** AMQP as a client sees it that has no SDK (contract §8.2). */
class AmqpTest {

	private static final SettableClock CLOCK = new SettableClock();

	/** A flow for a link that was never attached. */
	private static final String UNATTACHED = "0000001902000000005313c00c074352104352105264435201";
	/** A link of the number 10,000, of which a session has not a tenth. */
	private static final String FAR_OUT = "0000002c02000000005312c01f0aa10161700000271042404000532845005329c00701a10424636273404043";

	@RegisterExtension
	static final TestHub HUB = TestHub.with(settings -> settings.withClock(CLOCK));

	@BeforeAll
	static void devices() {
		HUB.create("d");
		HUB.create("other");
		for (String one : "t c e".split(" ")) {
			HUB.create(one);
		}
	}

	private static String audience(String path) {
		return HUB.hub().hostName() + path;
	}

	@Test
	void aTokenAtCbsOpensTheLinksOfItsDeviceAlone() throws Exception {
		try (AmqpPeer peer = AmqpPeer.anonymous(HUB)) {
			assertEquals("amqp:unauthorized-access", peer.ended(peer.sender("/devices/d/messages/events")).getCondition().toString());
			assertEquals(401, peer.putToken(audience("/devices/d"), HUB.deviceToken("other")));
			assertEquals(200, peer.putToken(audience("/devices/d"), HUB.deviceToken("d")));
			Sender events = peer.sender("/devices/d/messages/Events");
			assertEquals(Accepted.getInstance(), peer.send(events, AmqpPeer.message("by a token of its own")));
			assertEquals("amqp:unauthorized-access", peer.ended(peer.sender("/devices/other/messages/events")).getCondition().toString());
			assertEquals(200, peer.putToken(audience("/devices/other"), HUB.deviceToken("other")));
			assertEquals(Accepted.getInstance(), peer.send(peer.sender("amqps://127.0.0.1/devices/other/messages/events"),
					AmqpPeer.message("of another device on the same connection")));
		}
		assertEquals("of another device on the same connection", text(last("other")));
	}

	@Test
	void aTokenMayBeForItsEncodedResourceAsNodesDeviceSdkHasIt() throws Exception {
		try (AmqpPeer peer = AmqpPeer.anonymous(HUB)) {
			assertEquals(200, peer.putToken(Tokens.encoded(audience("/devices/d")), HUB.deviceToken("d")));
			assertEquals(Accepted.getInstance(), peer.send(peer.sender("/devices/d/messages/events"), AmqpPeer.message("of Node")));
		}
	}

	@Test
	void aConnectionHasFewLinksThatNeedNoToken() throws Exception {
		try (AmqpPeer peer = AmqpPeer.anonymous(HUB)) {
			assertEquals(200, peer.putToken(audience("/devices/d"), HUB.deviceToken("d")));
			Sender last = null;
			for (int i = 0; i < 60; i++) {
				last = peer.sender("$cbs");
			}
			assertEquals("amqp:resource-limit-exceeded", peer.ended(last).getCondition().toString());
			assertEquals(Accepted.getInstance(), peer.send(peer.sender("/devices/d/messages/events"), AmqpPeer.message("the others go on")));
		}
	}

	@Test
	void whatIsNoMessageIsRejectedAndTheLinkGoesOn() throws Exception {
		try (AmqpPeer peer = AmqpPeer.service(HUB, "iothubowner")) {
			Sender commands = peer.sender("/messages/devicebound");
			Message nowhere = AmqpPeer.message("for nobody");
			Rejected rejected = assertInstanceOf(Rejected.class, peer.send(commands, nowhere));
			assertEquals("com.microsoft:argument-error", rejected.getError().getCondition().toString());
			nowhere.setAddress("/devices/d/messages/devicebound");
			assertEquals(Accepted.getInstance(), peer.send(commands, nowhere));
		}
		HUB.call("DELETE", "/devices/d/commands", null).expect(200);
	}

	@Test
	void aNameAndATokenOpenTheConnection() throws Exception {
		try (AmqpPeer peer = AmqpPeer.device(HUB, "d")) {
			assertEquals(Accepted.getInstance(), peer.send(peer.sender("/devices/d/messages/events"), AmqpPeer.message("plain")));
		}
		try (AmqpPeer peer = AmqpPeer.service(HUB, "device")) {
			assertEquals(Accepted.getInstance(), peer.send(peer.sender("/devices/d/messages/events"), AmqpPeer.message("policy")));
		}
		assertTrue(last("d").annotations().get("iothub-connection-auth-method").contains("\"scope\":\"hub\""));
		try (AmqpPeer peer = AmqpPeer.plain(HUB, "d@sas.hub", HUB.deviceToken("other"))) {
			peer.until("it is refused", () -> peer.transport.sasl().getOutcome() == Sasl.SaslOutcome.PN_SASL_AUTH);
		}
		try (AmqpPeer peer = AmqpPeer.service(HUB, "registryRead")) {
			assertEquals("amqp:unauthorized-access", peer.ended(peer.sender("/devices/d/messages/events")).getCondition().toString());
		}
	}

	@Test
	void aCertificateIsEnoughWithAndWithoutSasl() throws Exception {
		TestCertificates certificate = TestCertificates.selfSigned("x");
		HUB.put("x", ",\"authentication\":{\"type\":\"selfSigned\",\"x509Thumbprint\":{\"primaryThumbprint\":\""
				+ certificate.thumbprint("SHA-1") + "\",\"secondaryThumbprint\":\"" + certificate.thumbprint("SHA-1") + "\"}}").expect(200);
		try (AmqpPeer peer = AmqpPeer.open(certificate.tls(HUB), HUB, null)) {
			assertEquals(Accepted.getInstance(), peer.send(peer.sender("/devices/x/messages/events"), AmqpPeer.message("no SASL")));
		}
		try (AmqpPeer peer = AmqpPeer.open(certificate.tls(HUB), HUB, sasl -> sasl.setMechanisms("EXTERNAL"))) {
			assertEquals(Accepted.getInstance(), peer.send(peer.sender("/devices/x/messages/events"), AmqpPeer.message("EXTERNAL")));
		}
		assertTrue(last("x").annotations().get("iothub-connection-auth-method").contains("\"type\":\"x509\""));
		try (AmqpPeer peer = AmqpPeer.open(HUB.tls(), HUB, sasl -> sasl.setMechanisms("EXTERNAL"))) {
			peer.until("it is refused", () -> peer.transport.sasl().getOutcome() == Sasl.SaslOutcome.PN_SASL_AUTH);
		}
	}

	@Test
	void everyPropertyArrives() throws Exception {
		Message message = AmqpPeer.message("{}");
		message.setMessageId("m-1");
		message.setCorrelationId("c-1");
		message.setUserId("somebody".getBytes());
		message.setAddress("/devices/d/messages/events");
		message.setContentType("application/json");
		message.setContentEncoding("utf-8");
		message.setApplicationProperties(new org.apache.qpid.proton.amqp.messaging.ApplicationProperties(Map.of("site", "A", "count", 3)));
		try (AmqpPeer peer = AmqpPeer.device(HUB, "d")) {
			assertEquals(Accepted.getInstance(), peer.send(peer.sender("/devices/d/messages/events"), message));
		}
		ReceivedMessage received = last("d");
		assertEquals(Map.of("message-id", "m-1", "correlation-id", "c-1", "user-id", "somebody", "to", "/devices/d/messages/events",
				"content-type", "application/json", "content-encoding", "utf-8"), received.properties());
		assertEquals(Map.of("site", "A", "count", "3"), received.applicationProperties());
	}

	@Test
	void aBodyMayComeInSeveralSections() throws Exception {
		byte[] sections = new byte[200];
		int length = AmqpPeer.message("one, ").encode(sections, 0, sections.length);
		length += AmqpPeer.message("two, ").encode(sections, length, sections.length - length);
		length += AmqpPeer.message("three").encode(sections, length, sections.length - length);
		try (AmqpPeer peer = AmqpPeer.device(HUB, "d")) {
			Sender events = peer.sender("/devices/d/messages/events");
			assertEquals(Accepted.getInstance(), peer.settled(events, peer.start(events, Arrays.copyOf(sections, length))));
		}
		assertEquals("one, two, three", new String(last("d").body(), StandardCharsets.UTF_8));
	}

	@Test
	void aMessageThatIsTooLargeIsRejectedAndOneFarBeyondEndsTheLink() throws Exception {
		try (AmqpPeer peer = AmqpPeer.device(HUB, "d")) {
			Sender events = peer.sender("/devices/d/messages/events");
			Rejected rejected = assertInstanceOf(Rejected.class, peer.send(events, AmqpPeer.message("x".repeat(256 * 1024 + 1))));
			assertEquals("amqp:link:message-size-exceeded", rejected.getError().getCondition().toString());
			assertEquals(Accepted.getInstance(), peer.send(events, AmqpPeer.message("x".repeat(256 * 1024))));
			peer.send(events, AmqpPeer.message("x".repeat(350 * 1024)));
			assertEquals("amqp:link:message-size-exceeded", peer.ended(events).getCondition().toString());
		}
	}

	@Test
	void anUnknownAddressIsRefusedAndTheConnectionGoesOn() throws Exception {
		try (AmqpPeer peer = AmqpPeer.device(HUB, "d")) {
			assertEquals("amqp:not-found", peer.ended(peer.sender("/devices/d/messages/nothing")).getCondition().toString());
			assertEquals("amqp:not-allowed", peer.ended(peer.receiver("/devices/d/messages/events", 1)).getCondition().toString());
			assertEquals(Accepted.getInstance(), peer.send(peer.sender("/devices/d/messages/events"), AmqpPeer.message("x")));
		}
	}

	@Test
	void whatADeviceDoesNotSettleComesAgain() throws Exception {
		send("c", "one");
		try (AmqpPeer peer = AmqpPeer.device(HUB, "c")) {
			Receiver commands = peer.receiver("/devices/c/messages/deviceBound", 10);
			Message first = peer.receive(commands, null);
			assertEquals("one", AmqpPeer.body(first));
			assertEquals("/devices/c/messages/deviceBound", first.getAddress());
			peer.vanish();
		}
		try (AmqpPeer peer = AmqpPeer.device(HUB, "c")) {
			Receiver commands = peer.receiver("/devices/c/messages/devicebound", 10);
			assertEquals("one", AmqpPeer.body(peer.receive(commands, Released.getInstance())));
			Message again = peer.receive(commands);
			assertEquals("one", AmqpPeer.body(again));
			assertEquals(1, again.getDeliveryCount(), "it was released once");
			send("c", "two");
			assertEquals("two", AmqpPeer.body(peer.receive(commands, new Rejected())));
		}
		assertEquals(204, HUB.callAsDevice("c", "GET", "/messages/deviceBound", null).status());
	}

	@Test
	void theLinksEndWithTheTokenUnlessAnotherCame() throws Exception {
		String short1 = Tokens.of(HUB.hub().deviceConnectionString("t"), Tokens.encoded(audience("/devices/t")), CLOCK.instant().plusSeconds(60));
		try (AmqpPeer peer = AmqpPeer.anonymous(HUB)) {
			assertEquals(200, peer.putToken(audience("/devices/t"), short1));
			Sender events = peer.sender("/devices/t/messages/events");
			assertEquals(200, peer.putToken(audience("/devices/t"), HUB.deviceToken("t")));
			CLOCK.advance(Duration.ofMinutes(10));
			assertEquals(Accepted.getInstance(), peer.send(events, AmqpPeer.message("with the next token")));
			CLOCK.advance(Duration.ofHours(1));
			assertEquals("amqp:unauthorized-access", peer.ended(events).getCondition().toString());
		}
	}

	@Test
	void aDeviceThatIsDisabledOrConnectsElsewhereLosesItsLinks() throws Exception {
		try (AmqpPeer peer = AmqpPeer.device(HUB, "e")) {
			Sender events = peer.sender("/devices/e/messages/events");
			assertEquals("Connected", HUB.call("GET", "/devices/e", null).json().get("connectionState").getAsString());
			try (MqttDevice mqtt = MqttDevice.connect(HUB, "e")) {
				assertEquals("amqp:link:detach-forced", peer.ended(events).getCondition().toString());
			}
			Sender again = peer.sender("/devices/e/messages/events");
			HUB.put("e", ",\"status\":\"disabled\"", "If-Match", "*").expect(200);
			assertEquals("amqp:link:detach-forced", peer.ended(again).getCondition().toString());
			assertEquals("amqp:unauthorized-access", peer.ended(peer.sender("/devices/e/messages/events")).getCondition().toString());
		}
	}

	@Test
	void framesThatAreNoneEndTheConnectionWithAWord() throws Exception {
		for (String frame : new String[] { "7fffffff02000000", "0000000902000000ff", "0000000400000000", UNATTACHED, FAR_OUT }) {
			try (AmqpPeer peer = AmqpPeer.device(HUB, "d")) {
				peer.sender("/devices/d/messages/events");
				peer.raw(HexFormat.of().parseHex(frame));
				peer.until("the hub ends it", () -> peer.connection.getRemoteState() == EndpointState.CLOSED);
				assertNotNull(peer.connection.getRemoteCondition().getCondition());
			}
		}
	}

	/** By hand, as Proton's engine is no such client: it takes no answer any more to what it has ended. */
	@Test
	void allMayBeginAndEndInOneBreath() throws Exception {
		String header = "414d5150%02x010000";
		String anonymous = "0000001902010000005341c00c01a309414e4f4e594d4f5553";
		String open = "0000001102000000005310c00401a10178";
		String begin = "0000001402000000005311c00704404352105210";
		String attach = "0000002802000000005312c01b0aa101614342404000532845005329c00701a10424636273404043";
		String detach = "0000001002000000005316c003024341";
		String end = "0000000c0200000000531745";
		String close = "0000000c0200000000531845";
		List<String> answers = new ArrayList<>();
		try (Socket socket = HUB.tls().getSocketFactory().createSocket("127.0.0.1", HUB.hub().amqpPort())) {
			socket.setSoTimeout(60_000);
			socket.getOutputStream().write(HexFormat.of().parseHex(
					String.format(header, 3) + anonymous + String.format(header, 0) + open + begin + attach + detach + end + close));
			ByteBuffer in = ByteBuffer.wrap(socket.getInputStream().readAllBytes());
			while (in.hasRemaining()) {
				int size = in.getInt();
				byte[] frame = new byte[(size == 0x414d5150 ? 8 : size) - 4];
				in.get(frame);
				answers.add(HexFormat.of().formatHex(frame));
			}
		}
		List<String> performatives = answers.stream().filter(frame -> frame.length() > 14).map(frame -> frame.substring(12, 14)).toList();
		assertEquals(List.of("40", "44", "10", "11", "12", "16", "17", "18"), performatives.stream().filter(one -> !one.equals("13")).toList());
		assertTrue(answers.stream().anyMatch(frame -> frame.matches("02000000005311c0....600000.*")), () -> "the channel it answers is 0: " + answers);
	}

	@Test
	void theHubIsHeardAndASilentClientIsEnded(@TempDir Path data) throws Exception {
		ConnectionLimits quick = new ConnectionLimits(Duration.ofSeconds(30), 1000, Duration.ofSeconds(1), 1_000_000);
		try (TestHub hub = TestHub.start(data, settings -> settings.withLimits(HubLimits.DEFAULT.withConnections(quick)))) {
			hub.create("d");
			try (AmqpPeer peer = AmqpPeer.anonymous(hub)) {
				peer.transport.setIdleTimeout(400);
				long frames = peer.transport.getFramesInput();
				peer.until("empty frames come", () -> peer.transport.getFramesInput() > frames + 6);
				assertEquals(EndpointState.ACTIVE, peer.connection.getRemoteState());
			}
			try (AmqpPeer peer = AmqpPeer.anonymous(hub)) {
				peer.until("it is open", () -> peer.connection.getRemoteState() == EndpointState.ACTIVE);
				peer.silence();
			}
		}
	}

	@Test
	void thePortMayBeOffAndMayBeTaken(@TempDir Path data) throws Exception {
		try (LocalHub off = LocalHub.start(LocalHubSettings.in(data).withAmqpPort(LocalHubSettings.NO_AMQP))) {
			assertEquals(LocalHubSettings.NO_AMQP, off.amqpPort());
		}
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			LocalHubSettings settings = LocalHubSettings.in(data).withAmqpPort(taken.getLocalPort());
			LocalHubException failure = assertThrows(LocalHubException.class, () -> LocalHub.start(settings));
			assertEquals("Cannot listen on 127.0.0.1 port " + taken.getLocalPort() + ": the port is in use, choose another.",
					failure.getMessage());
		}
	}

	private static void send(String deviceId, String body) {
		HUB.call("POST", "/localhub/devices/" + deviceId + "/messages/deviceBound", body).expect(204);
	}

	private static ReceivedMessage last(String deviceId) {
		var all = HUB.hub().receivedMessages(deviceId);
		return all.get(all.size() - 1);
	}

	private static String text(ReceivedMessage message) {
		return new String(message.body());
	}
}
