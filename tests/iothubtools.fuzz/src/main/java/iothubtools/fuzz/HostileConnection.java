// SPDX-License-Identifier: EPL-2.0
package iothubtools.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.engine.Collector;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Event;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sasl;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Transport;
import org.apache.qpid.proton.message.Message;

/** One connection to a {@link HostileHub}. */
final class HostileConnection {

	private static final EnumSet<EndpointState> ANY = EnumSet.allOf(EndpointState.class);
	/** A client that is silent for so long waits for what nobody says; it is hung up on before it could be taken to hang. */
	private static final int PATIENCE_MILLIS = (int) Told.ANSWER.toMillis();
	/** A client that has something to answer does so sooner. */
	private static final int SILENCE_MILLIS = 40;

	private final Socket socket;
	private final HostileHub.Point point;
	private final byte[] bytes;
	private final Collector collector = Proton.collector();
	private final Connection connection = Proton.connection();
	private final Transport transport = Proton.transport();
	/** What is said as it is, once it is time; null before. */
	private byte[] raw;
	/** Whether nothing more is said after what there is to say. */
	private boolean last;

	HostileConnection(Socket socket, HostileHub.Point point, byte[] bytes) {
		this.socket = socket;
		this.point = point;
		this.bytes = bytes;
	}

	void run() {
		transport.sasl().server();
		transport.sasl().setMechanisms("ANONYMOUS", "PLAIN");
		connection.collect(collector);
		transport.bind(connection);
		byte[] some = new byte[16 * 1024];
		try (socket; InputStream in = socket.getInputStream(); OutputStream out = socket.getOutputStream()) {
			socket.setSoTimeout(PATIENCE_MILLIS);
			if (point == HostileHub.Point.BEGINNING) {
				out.write(bytes);
				end(in, out);
				return;
			}
			for (int count = in.read(some); count >= 0; count = in.read(some, 0, Math.max(1, Math.min(some.length, transport.capacity())))) {
				transport.tail().put(some, 0, count);
				transport.process();
				speak(out);
				if (raw != null) {
					out.write(raw);
					end(in, out);
					return;
				} else if (last) {
					socket.setSoTimeout(SILENCE_MILLIS);
				}
			}
		} catch (SocketTimeoutException e) {
			// nothing more is said, so it is over
		} catch (IOException | RuntimeException e) {
			// the client is gone, or says what this engine does not take after what it was told
		}
	}

	private void speak(OutputStream out) throws IOException {
		if (transport.sasl().getRemoteMechanisms().length > 0) {
			transport.sasl().done(Sasl.SaslOutcome.PN_SASL_OK);
		}
		for (Event event = collector.peek(); event != null; event = collector.peek()) {
			handle(event);
			collector.pop();
		}
		for (int pending = transport.pending(); pending > 0; pending = transport.pending()) {
			byte[] head = new byte[pending];
			transport.head().get(head);
			out.write(head);
			transport.pop(pending);
		}
		out.flush();
	}

	/** Hears whatever is still said, until that is nothing. */
	private void end(InputStream in, OutputStream out) throws IOException {
		out.flush();
		socket.setSoTimeout(SILENCE_MILLIS);
		byte[] rest = new byte[4096];
		// also a client that was told to say every few milliseconds that it is there
		long over = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
		while (in.read(rest) >= 0 && System.nanoTime() < over) {
			continue;
		}
	}

	private void handle(Event event) {
		switch (event.getType()) {
		case CONNECTION_REMOTE_OPEN -> {
			connection.open();
			if (point == HostileHub.Point.OPEN) {
				raw = bytes;
			}
		}
		case SESSION_REMOTE_OPEN -> event.getSession().open();
		case LINK_REMOTE_OPEN -> open(event.getLink());
		case LINK_FLOW -> credit(event.getLink());
		case DELIVERY -> taken(event.getDelivery());
		default -> {
			// nothing more is needed
		}
		}
	}

	private static String address(Link link) {
		return link instanceof Receiver ? ((Target) link.getRemoteTarget()).getAddress() : ((Source) link.getRemoteSource()).getAddress();
	}

	/** Whether a client reads there what devices send, or what became of its messages. */
	private static boolean isRead(Link link) {
		return link instanceof Sender && !address(link).startsWith("$");
	}

	private void open(Link link) {
		link.setSource(link.getRemoteSource());
		link.setTarget(link.getRemoteTarget());
		link.open();
		if (link instanceof Receiver receiver) {
			receiver.flow(100);
		} else if (point == HostileHub.Point.ATTACHED && isRead(link)) {
			raw = bytes;
		} else if (point == HostileHub.Point.REDIRECT && isRead(link)) {
			raw = redirect(bytes);
		}
	}

	/** A detach by hand, as no engine says anything for what an error may have beside its name. */
	private static byte[] redirect(byte[] info) {
		byte[] condition = AmqpFrames.text(0xb3, "amqp:link:redirect");
		byte[] error = AmqpFrames.list(0x1d, condition, AmqpFrames.nothing(), info);
		// the links of the token have the handles before
		return new AmqpFrames().frame(0, AmqpFrames.list(0x16, AmqpFrames.number(2), new byte[] { 0x41 }, error)).bytes();
	}

	private void credit(Link link) {
		if (link instanceof Sender sender && point == HostileHub.Point.MESSAGE && isRead(link) && sender.getCredit() > 0 && !last) {
			// also more than it was asked for
			send(sender, bytes);
			send(sender, bytes);
			last = true;
		}
	}

	private static void send(Sender sender, byte[] message) {
		sender.delivery(new byte[] { 1 });
		sender.send(message, 0, message.length);
		sender.advance();
	}

	private void taken(Delivery delivery) {
		if (!(delivery.getLink() instanceof Receiver receiver) || delivery.isPartial()) {
			return;
		}
		byte[] asked = new byte[delivery.pending()];
		receiver.recv(asked, 0, asked.length);
		receiver.advance();
		String address = address(receiver);
		if (point == HostileHub.Point.OUTCOME && !address.startsWith("$")) {
			// a device has a session of its own; the first message of the other is the token
			boolean ofDevice = receiver.getSession() != connection.sessionHead(ANY, ANY);
			raw = new AmqpFrames().frame(0, ofDevice ? 1 : 0, AmqpFrames.list(0x15, new byte[] { 0x41 }, AmqpFrames.number(ofDevice ? 0 : 1),
					AmqpFrames.nothing(), new byte[] { 0x41 }, bytes)).bytes();
			return;
		}
		delivery.disposition(Accepted.getInstance());
		delivery.settle();
		Message request = Message.Factory.create();
		request.decode(asked, 0, asked.length);
		if (address.endsWith("/twin")) {
			answerTwin(address, request);
			return;
		} else if (request.getReplyTo() == null) {
			return;
		}
		boolean told = point == HostileHub.Point.TOKEN && address.equals("$cbs") || point == HostileHub.Point.MANAGEMENT && address.equals("$management");
		byte[] answer = told ? bytes : answer(request);
		for (Link link = connection.linkHead(ANY, ANY); link != null; link = link.next(ANY, ANY)) {
			if (link instanceof Sender sender && request.getReplyTo().equals(((Target) link.getRemoteTarget()).getAddress())) {
				send(sender, answer);
			}
		}
		last |= told;
	}

	/** What is hostile in an answer has to be in one that belongs to the question, or it is not looked at. */
	private void answerTwin(String address, Message request) {
		Message answer = Message.Factory.create();
		answer.setCorrelationId(request.getCorrelationId());
		byte[] said = new byte[1024];
		byte[] properties = Arrays.copyOf(said, answer.encode(said, 0, said.length));
		int before = point != HostileHub.Point.TWIN || bytes.length == 0 ? 0 : Math.min(bytes[0] & 0xff, bytes.length - 1);
		ByteArrayOutputStream whole = new ByteArrayOutputStream();
		whole.write(bytes, Math.min(1, bytes.length), before);
		whole.writeBytes(properties);
		whole.write(bytes, Math.min(1 + before, bytes.length), Math.max(0, bytes.length - 1 - before));
		for (Link link = connection.linkHead(ANY, ANY); link != null; link = link.next(ANY, ANY)) {
			if (link instanceof Sender sender && address.equals(address(link))) {
				send(sender, whole.toByteArray());
			}
		}
		last = true;
	}

	private static byte[] answer(Message request) {
		Message answer = Message.Factory.create();
		answer.setCorrelationId(request.getMessageId());
		answer.setApplicationProperties(new ApplicationProperties(Map.of("status-code", 200, "status-description", "OK")));
		answer.setBody(new AmqpValue(Map.of("partition_ids", new String[] { "0", "1" }, "last_enqueued_offset", "-1")));
		byte[] said = new byte[1024];
		int length = answer.encode(said, 0, said.length);
		return Arrays.copyOf(said, length);
	}
}
