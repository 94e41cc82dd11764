// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.nio.ByteBuffer;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.qpid.proton.amqp.DescribedType;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.DeliveryAnnotations;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.transport.SenderSettleMode;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.message.Message;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.auth.Need;
import iothubtools.localhub.internal.auth.Right;
import iothubtools.localhub.internal.eventhub.EventCursor;
import iothubtools.localhub.internal.eventhub.EventHub;
import iothubtools.localhub.internal.eventhub.EventPartition;
import iothubtools.localhub.internal.eventhub.EventPosition;
import iothubtools.localhub.internal.eventhub.Readers;
import iothubtools.localhub.internal.faults.FaultyTransfers.Planned;
import iothubtools.localhub.internal.faults.LinkFault;

/** Sends the events of a partition, as many as the client gives credit for and as fast as it reads them (contract §7). */
final class EventsLink extends LinkNode implements Readers.Reader, ServiceNode {

	private static final Symbol FILTER = Symbol.valueOf("apache.org:selector-filter:string");
	private static final Symbol EPOCH = Symbol.valueOf("com.microsoft:epoch");
	private static final Symbol METRICS = Symbol.valueOf("com.microsoft:enable-receiver-runtime-metric");
	/** What the fault plan calls it. */
	private static final String OPERATION = "ReceiveEvent";

	/** Sent before others have their turn. */
	private static final int TURN_BYTES = 128 * 1024;
	/** Sent and not settled at most, whatever the credit; clients ask for some thousands. */
	private static final int MOST_UNSETTLED = 10_000;

	private final AmqpConnection connection;
	private final Sender sender;
	private final String group;
	private final EventPartition partition;
	private final EventCursor cursor;
	private final @Nullable Long epoch;
	private final boolean settled;
	private final boolean metrics;
	private final Runnable watcher;
	/** Whether something came, so that the engine's thread is told once for all that comes. */
	private volatile boolean told;
	private boolean waitsForTurn;
	/** Whether the event that is next is late on purpose. */
	private boolean late;
	private long sent;
	/** What goes before each event. */
	private byte[] facts = {};

	/** @throws iothubtools.localhub.internal.errors.HubError 400 when the filter is none, or names a place that is not there */
	EventsLink(AmqpConnection connection, Sender sender, String group, EventPartition partition) {
		super(sender);
		this.connection = connection;
		this.sender = sender;
		this.group = group;
		this.partition = partition;
		this.cursor = EventPosition.parse(filter(sender)).in(partition);
		this.epoch = epoch(sender);
		this.settled = sender.getRemoteSenderSettleMode() == SenderSettleMode.SETTLED;
		this.metrics = sender.getRemoteDesiredCapabilities() != null && List.of(sender.getRemoteDesiredCapabilities()).contains(METRICS);
		this.watcher = this::news;
	}

	private static @Nullable String filter(Sender sender) {
		if (sender.getRemoteSource() instanceof Source source && source.getFilter() != null) {
			for (Object filter : source.getFilter().values()) {
				if (filter instanceof DescribedType described && (FILTER.equals(described.getDescriptor())
						|| Long.valueOf(0x468C00000004L).equals(number(described.getDescriptor())))) {
					return String.valueOf(described.getDescribed());
				}
			}
			Object plain = source.getFilter().get(FILTER);
			return plain instanceof String text ? text : null;
		}
		return null;
	}

	private static @Nullable Long number(@Nullable Object value) {
		return value instanceof Number number ? number.longValue() : null;
	}

	private static @Nullable Long epoch(Sender sender) {
		Map<Symbol, Object> properties = sender.getRemoteProperties();
		return properties == null ? null : number(properties.get(EPOCH));
	}

	@Override
	void opened() {
		partition.watch(watcher);
		more();
	}

	/** On the thread that writes. */
	private void news() {
		if (!told) {
			told = true;
			connection.later(this::more);
		}
	}

	@Override
	void flow() {
		more();
		if (sender.getDrain() && !waitsForTurn && !late) {
			sender.drained();
		}
	}

	@Override
	void more() {
		told = false;
		waitsForTurn = false;
		if (late) {
			return;
		}
		int bytes = 0;
		while (sender.getCredit() > 0 && connection.isOpen(sender) && maySend()) {
			if (bytes >= TURN_BYTES) {
				waitsForTurn = true;
				connection.turns().again(this);
				return;
			}
			if (!cursor.next()) {
				if (sender.getDrain()) {
					sender.drained();
				}
				return;
			}
			Planned planned = connection.hub().faults().plan(OPERATION, later -> connection.later(() -> sendLate(later)));
			if (planned == null) {
				late = true;
				return;
			}
			if (bytes == 0 && metrics) {
				facts = runtimeMetrics();
			}
			if (!send(planned)) {
				return;
			}
			bytes += cursor.length();
		}
		if (sender.getCredit() > 0 && connection.isOpen(sender)) {
			// the client has to read some of what is on its way, or to say that it has
			waitsForTurn = true;
			connection.turns().blocked(this);
		}
	}

	private void sendLate(Planned planned) {
		late = false;
		if (connection.isOpen(sender) && send(planned)) {
			more();
		}
	}

	/** Sends the event that the cursor is at; false when it is the last one, as the link ends. */
	private boolean send(Planned planned) {
		LinkFault before = planned.before();
		LinkFault after = planned.after();
		if (before != null) {
			connection.goWrong(sender, before);
			return false;
		}
		Delivery delivery = sender.delivery(ByteBuffer.allocate(Long.BYTES).putLong(sent++).array());
		if (facts.length > 0) {
			sender.send(facts, 0, facts.length);
		}
		sender.send(cursor.bytes(), cursor.start(), cursor.length());
		if (settled) {
			delivery.settle();
		}
		sender.advance();
		if (after != null) {
			// once it is on its way
			late = true;
			connection.later(() -> connection.goWrong(sender, after));
		}
		return after == null;
	}

	private boolean maySend() {
		return connection.outgoing().hasRoom(sender) && (settled || sender.getUnsettled() < MOST_UNSETTLED);
	}

	/** What a client may want to know besides, to see how far behind it is. */
	private byte[] runtimeMetrics() {
		EventPartition.Facts facts = partition.facts();
		Map<Symbol, Object> values = new LinkedHashMap<>();
		values.put(Symbol.valueOf("last_enqueued_sequence_number"), facts.lastSequence());
		values.put(Symbol.valueOf("last_enqueued_offset"), Long.toString(facts.lastOffset()));
		values.put(Symbol.valueOf("last_enqueued_time_utc"), new Date(facts.lastMillis()));
		values.put(Symbol.valueOf("runtime_info_retrieval_time_utc"), Date.from(connection.hub().timer().now()));
		Message message = Message.Factory.create();
		message.setDeliveryAnnotations(new DeliveryAnnotations(values));
		return AmqpMessages.write(message);
	}

	@Override
	void delivery(Delivery delivery) {
		if (delivery.getRemoteState() != null || delivery.remotelySettled()) {
			delivery.settle();
		}
	}

	@Override
	void ended() {
		partition.unwatch(watcher);
		connection.hub().events().readers().leave(group, partition, this);
	}

	@Override
	public @Nullable Long epoch() {
		return epoch;
	}

	@Override
	public void stolen(String text) {
		connection.later(() -> connection.detach(sender, AmqpErrors.of("amqp:link:stolen", text)));
	}

	@Override
	public Need need() {
		return Need.of(Right.SERVICE_CONNECT);
	}

	@Override
	public List<List<String>> paths() {
		String id = Integer.toString(partition.number());
		List<String> rest = List.of("ConsumerGroups", group, "Partitions", id);
		return Stream.of(List.of(EventHub.NAME), List.of("messages", "events"))
				.map(name -> Stream.concat(name.stream(), rest.stream()).toList()).toList();
	}
}
