// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;
import org.apache.qpid.proton.engine.Transport;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.calls.HttpProxy;
import iothubtools.client.errors.HubException;

/** One connection from its beginning to its end: a socket and the engine that speaks AMQP. Used by the thread of its loop only. */
public final class AmqpConnection implements Wire.Owner {

	/** As much as TLS takes at once; the less it is, the more of them may be under way in as many bytes. */
	private static final int FRAME = 16_384;
	private static final Duration OPENING = Duration.ofSeconds(20);

	private final EventLoop loop;
	private final AmqpEndpoint endpoint;
	private final Consumer<HubException> whenEnded;
	private final Connection connection = Proton.connection();
	private final Transport transport = Proton.transport();
	private final EngineEvents events;
	private final Session session;
	private final Runnable forgetOpening;
	private final Wire wire;
	private @Nullable SocketChannel channel;
	private @Nullable SelectionKey key;
	private @Nullable Runnable forgetTick;
	private boolean ended;

	/**
	 * Begins to connect as nobody yet.
	 *
	 * @param whenEnded hears once why the connection ended, unless it was {@linkplain #close closed}
	 */
	public AmqpConnection(EventLoop loop, AmqpEndpoint endpoint, Consumer<HubException> whenEnded) {
		this(loop, endpoint, AmqpLogin.ANONYMOUS, whenEnded);
	}

	/**
	 * Begins to connect.
	 *
	 * @param login     who connects
	 * @param whenEnded hears once why the connection ended, unless it was {@linkplain #close closed}
	 */
	public AmqpConnection(EventLoop loop, AmqpEndpoint endpoint, AmqpLogin login, Consumer<HubException> whenEnded) {
		this.loop = loop;
		this.endpoint = endpoint;
		this.whenEnded = whenEnded;
		events = new EngineEvents(connection, transport, endpoint, this, this::opened);
		connection.setContainer(UUID.randomUUID().toString());
		connection.setHostname(endpoint.host());
		HandleGuard.watch(transport);
		transport.setMaxFrameSize(FRAME);
		transport.setIdleTimeout((int) endpoint.silence().toMillis());
		login.say(transport, this::refused);
		WebSocketRoute route = endpoint.route();
		wire = route == null ? new DirectWire(transport, endpoint, this) : new WebSocketWire(transport, endpoint, route, this);
		transport.bind(connection);
		connection.open();
		session = connection.session();
		session.open();
		forgetOpening = loop.in(OPENING, () -> end(AmqpFailures.timeout(endpoint)));
		// looking a name up may take long
		HttpProxy proxy = endpoint.proxy();
		CompletableFuture.supplyAsync(() -> proxy == null ? new InetSocketAddress(endpoint.host(), endpoint.port())
				: new InetSocketAddress(proxy.host(), proxy.port()))
				.thenAccept(address -> loop.submit(() -> connect(address)));
	}

	/** Opens a link to send by. */
	public Sender sender(String address, AmqpLink link) {
		return AmqpLinks.sender(session, address, Map.of(), link);
	}

	/** Opens a link to receive by, without credit yet. */
	public Receiver receiver(String address, AmqpLink link) {
		return AmqpLinks.receiver(session, address, Map.of(), link);
	}

	/** Opens a link on which a node sends what it answers, without credit yet. */
	Receiver replies(String address, String replyTo, AmqpLink link) {
		return AmqpLinks.replies(session, address, replyTo, link);
	}

	/**
	 * Opens a session for links on which much may come, and not more than these bytes before it is read; there are others that go on
	 * meanwhile.
	 */
	public Session session(int bytes) {
		Session opening = connection.session();
		opening.setIncomingCapacity(bytes);
		opening.open();
		return opening;
	}

	/**
	 * Opens a session that may end while the connection goes on.
	 *
	 * @param whenEnded hears why the other end has closed it
	 */
	public Session session(SessionOwner whenEnded) {
		Session opening = connection.session();
		opening.setContext(whenEnded);
		opening.open();
		return opening;
	}

	/** Who has a session of its own. */
	@FunctionalInterface
	public interface SessionOwner {

		/** The other end has closed it; it is called once, and not when the connection has ended. */
		void ended(HubException why);
	}

	/** Sends what the engine has to say; after whatever a task has done with it. */
	public void flush() {
		if (!ended) {
			pump();
		}
	}

	/** Ends it without a word to whoever waits for its end. */
	public void close() {
		if (!ended) {
			connection.close();
			pump();
			release();
		}
	}

	@Override
	public boolean isEnded() {
		return ended;
	}

	private void connect(InetSocketAddress address) {
		if (ended) {
			return;
		}
		try {
			if (address.isUnresolved()) {
				throw new UnresolvedAddressException();
			}
			SocketChannel socket = SocketChannel.open();
			channel = socket;
			socket.configureBlocking(false);
			boolean connected = socket.connect(address);
			key = loop.watch(socket, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this::ready);
			if (connected) {
				pump();
			}
		} catch (IOException | UnresolvedAddressException e) {
			end(wire.explain(e));
		}
	}

	private void ready() {
		SocketChannel socket = channel;
		SelectionKey selected = key;
		if (ended || socket == null || selected == null) {
			return;
		}
		try {
			if (selected.isConnectable()) {
				socket.finishConnect();
				selected.interestOps(SelectionKey.OP_READ);
			}
			if (selected.isReadable()) {
				wire.read(socket);
			}
			pump();
		} catch (IOException | RuntimeException e) {
			end(wire.explain(e));
		}
	}

	private void pump() {
		try {
			dispatch();
			boolean all = write();
			if (all) {
				events.allSaid();
			}
			SelectionKey selected = key;
			if (!ended && selected != null && selected.isValid() && (selected.interestOps() & SelectionKey.OP_CONNECT) == 0) {
				selected.interestOps(SelectionKey.OP_READ | (all ? 0 : SelectionKey.OP_WRITE));
			}
		} catch (IOException | RuntimeException e) {
			end(wire.explain(e));
		}
	}

	private boolean write() throws IOException {
		SocketChannel socket = channel;
		return socket == null || !socket.isConnected() || wire.write(socket);
	}

	@Override
	public void dispatch() {
		events.dispatch();
	}

	/** The other end has opened it. */
	private void opened() {
		forgetOpening.run();
		tick();
	}

	/** The other end does not believe who this one says it is, and does not say why. */
	private void refused() {
		end(AmqpFailures.refused(endpoint.host()));
	}

	/** Says that this end is there when it is time, and notices that the other is not. */
	private void tick() {
		long now = TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
		long next = transport.tick(now);
		if (next > 0) {
			forgetTick = loop.in(Duration.ofMillis(Math.max(1, next - now)), () -> {
				if (!ended) {
					tick();
					pump();
				}
			});
		}
	}

	@Override
	public void end(HubException why) {
		if (!ended) {
			release();
			events.lost(why);
			whenEnded.accept(why);
		}
	}

	private void release() {
		ended = true;
		forgetOpening.run();
		Runnable tick = forgetTick;
		if (tick != null) {
			tick.run();
		}
		wire.close();
		SocketChannel socket = channel;
		if (socket != null) {
			try {
				socket.close();
			} catch (IOException e) {
				// it is gone, which was wanted
			}
		}
	}
}
