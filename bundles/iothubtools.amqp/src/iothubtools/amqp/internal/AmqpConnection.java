// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.amqp.transport.ReceiverSettleMode;
import org.apache.qpid.proton.amqp.transport.SenderSettleMode;
import org.apache.qpid.proton.engine.Collector;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Event;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;
import org.apache.qpid.proton.engine.Transport;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.calls.HttpProxy;
import iothubtools.client.errors.HubException;
import iothubtools.client.exchange.Masking;

/** One connection from its beginning to its end: a socket and the engine that speaks AMQP. Used by the thread of its loop only. */
public final class AmqpConnection implements Wire.Owner {

	/** After this long without a frame one end or the other says that it is there. */
	private static final int IDLE_MILLIS = 60_000;
	/** As much as TLS takes at once; the less it is, the more of them may be under way in as many bytes. */
	private static final int FRAME = 16_384;
	private static final EnumSet<EndpointState> ANY = EnumSet.allOf(EndpointState.class);
	private static final Duration OPENING = Duration.ofSeconds(20);

	private final EventLoop loop;
	private final AmqpEndpoint endpoint;
	private final Consumer<HubException> whenEnded;
	private final Collector collector = Proton.collector();
	private final Connection connection = Proton.connection();
	private final Transport transport = Proton.transport();
	private final Session session;
	private final Runnable forgetOpening;
	private final Wire wire;
	private @Nullable SocketChannel channel;
	private @Nullable SelectionKey key;
	private @Nullable Runnable forgetTick;
	/** Sessions that both ends have closed, which the engine forgets when it has said so. */
	private final Queue<Session> over = new ArrayDeque<>();
	private boolean ended;

	/**
	 * Begins to connect as nobody yet.
	 *
	 * @param whenEnded hears once why the connection ended, unless it was {@linkplain #close closed}
	 */
	AmqpConnection(EventLoop loop, AmqpEndpoint endpoint, Consumer<HubException> whenEnded) {
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
		connection.collect(collector);
		connection.setContainer(UUID.randomUUID().toString());
		connection.setHostname(endpoint.host());
		HandleGuard.watch(transport);
		transport.setMaxFrameSize(FRAME);
		transport.setIdleTimeout(IDLE_MILLIS);
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
	Sender sender(String address, AmqpLink link) {
		return sender(session, address, Map.of(), link);
	}

	/**
	 * Opens a link of such a session to send by.
	 *
	 * @param properties what the other end is told of the link
	 */
	public static Sender sender(Session of, String address, Map<Symbol, Object> properties, AmqpLink link) {
		Sender sender = of.sender("s-" + UUID.randomUUID());
		sender.setSenderSettleMode(SenderSettleMode.UNSETTLED);
		describe(sender, properties);
		Target target = new Target();
		target.setAddress(address);
		sender.setTarget(target);
		sender.setSource(new Source());
		open(sender, link);
		return sender;
	}

	/** Opens a link to receive by, without credit yet. */
	Receiver receiver(String address, AmqpLink link) {
		return receiver(session, source(address), new Target(), SenderSettleMode.MIXED, link);
	}

	/** Opens a link on which a node sends what it answers, without credit yet. */
	Receiver replies(String address, String replyTo, AmqpLink link) {
		Target target = new Target();
		target.setAddress(replyTo);
		return receiver(session, source(address), target, SenderSettleMode.MIXED, link);
	}

	/**
	 * Opens a session for links on which much may come, and not more than these bytes before it is read; there are others that go on
	 * meanwhile.
	 */
	Session session(int bytes) {
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

	/**
	 * Opens a link of such a session to receive by, without credit yet.
	 *
	 * @param properties what the other end is told of the link
	 */
	public static Receiver receiver(Session of, String address, Map<Symbol, Object> properties, AmqpLink link) {
		Receiver receiver = of.receiver("r-" + UUID.randomUUID());
		describe(receiver, properties);
		return receiver(receiver, source(address), new Target(), SenderSettleMode.MIXED, link);
	}

	private static void describe(Link link, Map<Symbol, Object> properties) {
		if (!properties.isEmpty()) {
			link.setProperties(properties);
		}
	}

	/** Opens a link of such a session, without credit yet, whose messages need no answer. */
	Receiver stream(Session of, String address, Map<Symbol, Object> filter, AmqpLink link) {
		Source source = source(address);
		source.setFilter(filter);
		return receiver(of, source, new Target(), SenderSettleMode.SETTLED, link);
	}

	private static Source source(String address) {
		Source source = new Source();
		source.setAddress(address);
		return source;
	}

	private static Receiver receiver(Session of, Source source, Target target, SenderSettleMode settled, AmqpLink link) {
		return receiver(of.receiver("r-" + UUID.randomUUID()), source, target, settled, link);
	}

	private static Receiver receiver(Receiver receiver, Source source, Target target, SenderSettleMode settled, AmqpLink link) {
		receiver.setReceiverSettleMode(ReceiverSettleMode.FIRST);
		receiver.setSenderSettleMode(settled);
		receiver.setSource(source);
		receiver.setTarget(target);
		open(receiver, link);
		return receiver;
	}

	private static void open(Link link, AmqpLink handler) {
		link.setContext(handler);
		link.open();
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
			for (Session next = all ? over.poll() : null; next != null; next = over.poll()) {
				next.free();
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
		for (Event event = collector.peek(); event != null && !ended; event = collector.peek()) {
			handle(event);
			collector.pop();
		}
	}

	private void handle(Event event) {
		switch (event.getType()) {
		case CONNECTION_REMOTE_OPEN -> {
			forgetOpening.run();
			tick();
		}
		case LINK_REMOTE_OPEN -> linkOpened(event.getLink());
		case LINK_FLOW -> link(event.getLink()).flow();
		case DELIVERY -> link(event.getLink()).delivery(event.getDelivery());
		case LINK_REMOTE_CLOSE, LINK_REMOTE_DETACH -> linkEnded(event.getLink());
		case SESSION_REMOTE_CLOSE -> sessionEnded(event.getSession());
		case CONNECTION_REMOTE_CLOSE -> end(said(event.getConnection().getRemoteCondition()));
		case TRANSPORT_ERROR -> end(AmqpFailures.lost(endpoint, new IOException(Masking.text(String.valueOf(transport.getCondition())))));
		default -> {
			// this end's own, or of no interest
		}
		}
	}

	private static AmqpLink link(Link link) {
		return (AmqpLink) link.getContext();
	}

	/** A link that the other end refuses is opened without an address there, and closed at once. */
	private static void linkOpened(Link link) {
		boolean there = link instanceof Sender ? link.getRemoteTarget() != null : link.getRemoteSource() != null;
		if (there) {
			link(link).opened();
		}
	}

	private void linkEnded(Link link) {
		if (link.getLocalState() != EndpointState.CLOSED) {
			link.close();
			link(link).ended(link.getRemoteCondition(), said(link.getRemoteCondition()));
		}
	}

	private void sessionEnded(Session other) {
		HubException why = said(other.getRemoteCondition());
		if (other.getLocalState() == EndpointState.CLOSED) {
			// the answer to what this end has done
			over.add(other);
		} else if (other.getContext() instanceof SessionOwner owner) {
			other.close();
			over.add(other);
			owner.ended(why);
		} else {
			end(why);
		}
	}

	/** The other end does not believe who this one says it is, and does not say why. */
	private void refused() {
		end(AmqpFailures.refused(endpoint.host()));
	}

	private HubException said(@Nullable ErrorCondition condition) {
		return condition == null || condition.getCondition() == null ? AmqpFailures.lost(endpoint, null) : AmqpFailures.of(condition);
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
			for (Link link = connection.linkHead(ANY, ANY); link != null; link = link.next(ANY, ANY)) {
				if (link.getLocalState() == EndpointState.ACTIVE) {
					link(link).ended(why);
				}
			}
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
