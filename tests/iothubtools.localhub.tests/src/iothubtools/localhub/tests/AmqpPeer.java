// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import javax.net.ssl.SSLContext;

import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.amqp.transport.SenderSettleMode;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.message.Message;

import iothubtools.tests.support.hub.CertificateFile;

/** A client of AMQP with nothing of Azure in it: how it is opened, its links, and the messages on them. */
final class AmqpPeer extends AmqpWire {

	private int names;

	private AmqpPeer(SSLContext tls, int port, Login login, int window) throws IOException {
		super(tls, port, login, window);
	}

	/** A connection whose client says nothing yet. */
	static AmqpPeer anonymous(TestHub hub) throws Exception {
		return open(hub.tls(), hub, sasl -> sasl.setMechanisms("ANONYMOUS"));
	}

	/** A connection with a name and a token. */
	static AmqpPeer plain(TestHub hub, String user, String token) throws Exception {
		return open(hub.tls(), hub, sasl -> sasl.plain(user, token));
	}

	/** A connection with this TLS and login; null for none. */
	static AmqpPeer open(SSLContext tls, TestHub hub, Login login) throws IOException {
		return new AmqpPeer(tls, hub.hub().amqpPort(), login, 0);
	}

	/** A connection as a device that takes no more than so many frames of 16 KB until it has read them. */
	static AmqpPeer narrow(TestHub hub, String deviceId, int window) throws Exception {
		String token = hub.deviceToken(deviceId);
		return new AmqpPeer(hub.tls(), hub.hub().amqpPort(), sasl -> sasl.plain(deviceId + "@sas.hub", token), window);
	}

	/** A connection to a hub of a process of its own. */
	static AmqpPeer open(ForkedHub hub, Login login) throws Exception {
		String port = hub.printed("The local IoT Hub serves").replaceAll(".* AMQP on port (\\d+).*", "$1");
		return new AmqpPeer(new CertificateFile(Path.of(hub.printed("CA certificate:"))).trusted(), Integer.parseInt(port), login, 0);
	}

	/** A connection as a policy, whose token is shown at once. */
	static AmqpPeer service(TestHub hub, String policy) throws Exception {
		return plain(hub, policy + "@sas.root.hub", hub.token(policy));
	}

	/** A connection as a device, whose token is shown at once. */
	static AmqpPeer device(TestHub hub, String deviceId) throws Exception {
		return plain(hub, deviceId + "@sas.hub", hub.deviceToken(deviceId));
	}

	/** Attaches a link to send by, and waits until it is open or refused. */
	Sender sender(String address) throws IOException {
		return attached(sending(address));
	}

	/** Asks for a link to send by, and does not wait. */
	Sender begin(String address) throws IOException {
		Sender sender = sending(address);
		sender.open();
		turn();
		return sender;
	}

	private Sender sending(String address) {
		Sender sender = session.sender("s" + names++);
		Target target = new Target();
		target.setAddress(address);
		sender.setTarget(target);
		sender.setSource(new Source());
		return sender;
	}

	/** Attaches a link to receive by, and waits until it is open or refused. */
	Receiver receiver(String address, int credit) throws IOException {
		Source source = new Source();
		source.setAddress(address);
		return receiver(source, credit, Map.of());
	}

	/** The same with filters in its source and properties. */
	Receiver receiver(Source source, int credit, Map<Symbol, Object> properties) throws IOException {
		return attached(begin(source, credit, properties));
	}

	/** Asks for a link to receive by, and does not wait. */
	Receiver begin(Source source, int credit, Map<Symbol, Object> properties) {
		Receiver receiver = session.receiver("r" + names++);
		receiver.setSource(source);
		Target target = new Target();
		target.setAddress("here");
		receiver.setTarget(target);
		receiver.setSenderSettleMode(SenderSettleMode.UNSETTLED);
		receiver.setProperties(properties);
		receiver.flow(credit);
		receiver.open();
		return receiver;
	}

	private <L extends Link> L attached(L link) throws IOException {
		if (link.getLocalState() == EndpointState.UNINITIALIZED) {
			link.open();
		}
		until("the link is attached", () -> link.getRemoteState() != EndpointState.UNINITIALIZED);
		turn();
		return link;
	}

	/** What a link was ended with; fails when it goes on. */
	ErrorCondition ended(Link link) throws IOException {
		until("the link is ended", () -> link.getRemoteState() == EndpointState.CLOSED);
		return link.getRemoteCondition();
	}

	/** Sends a message and does not wait. */
	Delivery start(Sender sender, Message message) throws IOException {
		byte[] bytes = new byte[400 * 1024];
		return start(sender, Arrays.copyOf(bytes, message.encode(bytes, 0, bytes.length)));
	}

	/** Sends the sections of a message and does not wait. */
	Delivery start(Sender sender, byte[] message) throws IOException {
		until("there is credit", () -> sender.getCredit() > 0);
		Delivery delivery = sender.delivery(("d" + names++).getBytes(StandardCharsets.UTF_8));
		sender.send(message, 0, message.length);
		sender.advance();
		write();
		return delivery;
	}

	/** Sends a part of a message and waits until it is on its way; the rest is to follow. */
	Delivery begin(Sender sender, byte[] part) throws IOException {
		until("there is credit", () -> sender.getCredit() > 0);
		Delivery delivery = sender.delivery(("d" + names++).getBytes(StandardCharsets.UTF_8));
		sender.send(part, 0, part.length);
		until("the part is sent", () -> delivery.pending() == 0);
		return delivery;
	}

	/** Sends the rest of a message and returns what the hub says of it. */
	DeliveryState finish(Sender sender, Delivery delivery, byte[] rest) throws IOException {
		sender.send(rest, 0, rest.length);
		sender.advance();
		until("the message is settled", () -> delivery.getRemoteState() != null || sender.getRemoteState() == EndpointState.CLOSED);
		delivery.settle();
		return delivery.getRemoteState();
	}

	/** Sends a message and returns what the hub says of it. */
	DeliveryState send(Sender sender, Message message) throws IOException {
		return settled(sender, start(sender, message));
	}

	/** What the hub says of a message. */
	DeliveryState settled(Sender sender, Delivery delivery) throws IOException {
		until("the message is settled", () -> delivery.getRemoteState() != null || sender.getRemoteState() == EndpointState.CLOSED);
		delivery.settle();
		return delivery.getRemoteState();
	}

	/** The next message, which is accepted. */
	Message receive(Receiver receiver) throws IOException {
		return receive(receiver, Accepted.getInstance());
	}

	/** The next message, with what is said of it; null for nothing. */
	Message receive(Receiver receiver, DeliveryState outcome) throws IOException {
		ByteArrayOutputStream parts = new ByteArrayOutputStream();
		until("a message came", () -> take(receiver, parts));
		byte[] bytes = parts.toByteArray();
		Delivery delivery = receiver.current();
		receiver.advance();
		if (outcome != null) {
			delivery.disposition(outcome);
			delivery.settle();
		}
		write();
		Message message = Message.Factory.create();
		message.decode(bytes, 0, bytes.length);
		return message;
	}

	/** Reads what is here of a message, and says whether that was its end. */
	private static boolean take(Receiver receiver, ByteArrayOutputStream parts) {
		Delivery delivery = receiver.current();
		if (delivery == null || !delivery.isReadable()) {
			return false;
		}
		byte[] bytes = new byte[delivery.pending()];
		receiver.recv(bytes, 0, bytes.length);
		parts.writeBytes(bytes);
		return !delivery.isPartial();
	}

	/** Whether a message is here as a whole. */
	static boolean has(Receiver receiver) {
		Delivery delivery = receiver.current();
		return delivery != null && delivery.isReadable() && !delivery.isPartial();
	}

	/** A message with this body. */
	static Message message(String body) {
		Message message = Message.Factory.create();
		message.setBody(new Data(new Binary(body.getBytes(StandardCharsets.UTF_8))));
		return message;
	}

	/** The body of a message, as text. */
	static String body(Message message) {
		Binary data = ((Data) message.getBody()).getValue();
		return new String(Arrays.copyOfRange(data.getArray(), data.getArrayOffset(), data.getArrayOffset() + data.getLength()),
				StandardCharsets.UTF_8);
	}

	/** Asks something at a node that answers and returns the answer. */
	Message request(String node, Message request) throws IOException {
		Receiver answers = receiver(node, 10);
		Sender asks = sender(node);
		request.setMessageId("q" + names++);
		request.setReplyTo("here");
		assertEquals(Accepted.getInstance(), send(asks, request));
		Message answer = receive(answers);
		assertEquals(request.getMessageId(), answer.getCorrelationId());
		answers.close();
		asks.close();
		return answer;
	}

	/** Shows a token and returns the status of the answer. */
	int putToken(String audience, String token) throws IOException {
		Message request = Message.Factory.create();
		Map<String, Object> properties = new HashMap<>();
		properties.put("operation", "put-token");
		properties.put("type", token.startsWith("Bearer ") ? "jwt" : "servicebus.windows.net:sastoken");
		properties.put("name", audience);
		request.setApplicationProperties(new ApplicationProperties(properties));
		request.setBody(new AmqpValue(token));
		return (int) request("$cbs", request).getApplicationProperties().getValue().get("status-code");
	}
}
