// SPDX-License-Identifier: EPL-2.0
package iothubtools.tests.support.hub;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
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
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.LocalHub;

/**
 * Stands where a hub or its built-in endpoint is and says what a test wants to hear: tokens are taken, there are two empty partitions, and each
 * link is opened or refused as the test says. It shows the certificate of a local hub.
 */
public final class StandInHub implements AutoCloseable {

	private static final EnumSet<EndpointState> ANY = EnumSet.allOf(EndpointState.class);

	private final ServerSocket server;
	private final Function<String, @Nullable ErrorCondition> refusals;
	private final Set<Socket> open = ConcurrentHashMap.newKeySet();
	private volatile boolean hangsUp;

	/**
	 * Listens on loopback and any free port.
	 *
	 * @param hub      whose certificate it shows
	 * @param refusals why a link to that address is refused; null where it is opened
	 */
	public StandInHub(LocalHub hub, Function<String, @Nullable ErrorCondition> refusals) throws IOException, GeneralSecurityException {
		this.refusals = refusals;
		server = listen(hub);
		Thread accepting = new Thread(this::accept, "stand-in hub");
		accepting.setDaemon(true);
		accepting.start();
	}

	/** One that says its built-in endpoint is there. */
	public static StandInHub leadingTo(LocalHub hub, String host, int port) throws IOException, GeneralSecurityException {
		return new StandInHub(hub, address -> address.startsWith("messages/") ? redirect(host, port) : null);
	}

	/** One that takes tokens and opens no link, for this reason. */
	public static StandInHub refusing(LocalHub hub, String symbol, String text) throws IOException, GeneralSecurityException {
		return new StandInHub(hub, address -> address.startsWith("$") ? null : error(symbol, text));
	}

	/** Takes connections with the certificate of a local hub. */
	public static ServerSocket listen(LocalHub hub) throws IOException, GeneralSecurityException {
		return tls(hub.caCertificate().resolveSibling("server-rsa.pem"), hub.caCertificate().resolveSibling("server-rsa.key"))
				.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
	}

	private static SSLContext tls(Path certificate, Path key) throws IOException, GeneralSecurityException {
		String text = Files.readString(key, StandardCharsets.US_ASCII).replaceAll("-----[A-Z ]+-----|\\s", "");
		PrivateKey secret = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text)));
		Certificate shown = CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(Files.readAllBytes(certificate)));
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		store.setKeyEntry("server", secret, new char[0], new Certificate[] { shown });
		KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		managers.init(store, new char[0]);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(managers.getKeyManagers(), null, null);
		return context;
	}

	/** Where it listens. */
	public int port() {
		return server.getLocalPort();
	}

	/** From now on it ends a connection right after a link that it refuses, without waiting for an answer. */
	public StandInHub hangingUp() {
		hangsUp = true;
		return this;
	}

	/** An error as AMQP has it. */
	public static ErrorCondition error(String symbol, String text) {
		return new ErrorCondition(Symbol.valueOf(symbol), text);
	}

	/** What a hub says that leads somewhere else. */
	public static ErrorCondition redirect(String host, int port) {
		ErrorCondition redirect = error("amqp:link:redirect", "There.");
		redirect.setInfo(Map.of(Symbol.valueOf("hostname"), host, Symbol.valueOf("network-host"), host, Symbol.valueOf("port"), port,
				Symbol.valueOf("address"), "amqps://" + host + ":" + port + "/hub-1/$management"));
		return redirect;
	}

	private void accept() {
		while (!server.isClosed()) {
			try {
				Socket socket = server.accept();
				open.add(socket);
				Thread speaking = new Thread(() -> new Speaker(socket).run(), "stand-in hub's connection");
				speaking.setDaemon(true);
				speaking.start();
			} catch (IOException e) {
				// it is closed, or somebody has turned away
			}
		}
	}

	/** Ends all connections, and takes others. */
	public void drop() throws IOException {
		for (Socket socket : Set.copyOf(open)) {
			open.remove(socket);
			socket.close();
		}
	}

	@Override
	public void close() throws IOException {
		server.close();
		drop();
	}

	/** One connection. */
	private final class Speaker {

		private final Socket socket;
		private final Collector collector = Proton.collector();
		private final Connection connection = Proton.connection();
		private final Transport transport = Proton.transport();
		private boolean refused;

		Speaker(Socket socket) {
			this.socket = socket;
		}

		void run() {
			transport.sasl().server();
			transport.sasl().setMechanisms("ANONYMOUS", "PLAIN");
			connection.collect(collector);
			transport.bind(connection);
			byte[] bytes = new byte[16 * 1024];
			try (socket; InputStream in = socket.getInputStream(); OutputStream out = socket.getOutputStream()) {
				for (int count = 0; count >= 0; count = in.read(bytes, 0, Math.max(1, Math.min(bytes.length, transport.capacity())))) {
					transport.tail().put(bytes, 0, count);
					transport.process();
					if (transport.sasl().getRemoteMechanisms().length > 0) {
						transport.sasl().done(Sasl.SaslOutcome.PN_SASL_OK);
					}
					for (Event event = collector.peek(); event != null; event = collector.peek()) {
						handle(event);
						collector.pop();
					}
					for (int pending = transport.pending(); pending > 0; pending = transport.pending()) {
						ByteBuffer head = transport.head();
						byte[] some = new byte[pending];
						head.get(some);
						out.write(some);
						transport.pop(pending);
					}
					out.flush();
					if (refused && hangsUp) {
						return;
					}
				}
			} catch (IOException e) {
				// the client is gone
			}
		}

		private void handle(Event event) {
			switch (event.getType()) {
			case CONNECTION_REMOTE_OPEN -> connection.open();
			case SESSION_REMOTE_OPEN -> event.getSession().open();
			case LINK_REMOTE_OPEN -> open(event.getLink());
			case DELIVERY -> answer(event.getDelivery());
			default -> {
				// nothing more is needed
			}
			}
		}

		private void open(Link link) {
			String address = link instanceof Receiver ? ((Target) link.getRemoteTarget()).getAddress() : ((Source) link.getRemoteSource()).getAddress();
			ErrorCondition refusal = refusals.apply(address);
			if (refusal == null) {
				link.setSource(link.getRemoteSource());
				link.setTarget(link.getRemoteTarget());
			}
			link.open();
			if (refusal != null) {
				link.setCondition(refusal);
				link.close();
				refused = true;
			} else if (link instanceof Receiver receiver) {
				receiver.flow(100);
			}
		}

		private void answer(Delivery delivery) {
			if (!(delivery.getLink() instanceof Receiver receiver) || delivery.isPartial()) {
				return;
			}
			byte[] bytes = new byte[delivery.pending()];
			receiver.recv(bytes, 0, bytes.length);
			receiver.advance();
			delivery.disposition(Accepted.getInstance());
			delivery.settle();
			Message request = Message.Factory.create();
			request.decode(bytes, 0, bytes.length);
			Message answer = Message.Factory.create();
			answer.setCorrelationId(request.getMessageId());
			answer.setApplicationProperties(new ApplicationProperties(Map.of("status-code", 200, "status-description", "OK")));
			answer.setBody(new AmqpValue(Map.of("partition_ids", new String[] { "0", "1" }, "last_enqueued_offset", "-1")));
			byte[] said = new byte[1024];
			int length = answer.encode(said, 0, said.length);
			for (Link link = connection.linkHead(ANY, ANY); link != null; link = link.next(ANY, ANY)) {
				if (link instanceof Sender sender && request.getReplyTo().equals(((Target) link.getRemoteTarget()).getAddress())) {
					sender.delivery(request.getReplyTo().getBytes(StandardCharsets.UTF_8));
					sender.send(said, 0, length);
					sender.advance();
				}
			}
		}
	}
}
