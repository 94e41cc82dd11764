// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.eventhub;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.eventhub.MessageIndex.Place;
import iothubtools.localhub.internal.messages.KeptMessage;
import iothubtools.localhub.internal.messages.MessageStore;
import iothubtools.localhub.settings.HubLimits;

/**
 * The messages in the logs of the built-in endpoint, where they are written once: what is kept in memory is where they stand. Those of a
 * device that was deleted stay in the log for applications to read, as at the service, but are the device's no more.
 */
public final class LoggedMessages implements MessageStore {

	private static final String NEXT = "nextMessage";
	/** Before the id of a device: the number before which messages are none of that device, as it was deleted since. */
	private static final String FORGOTTEN = "forgotten/";

	private final EventHub events;
	private final LogPositions positions;
	private final HubLimits limits;
	private final long[] begins;
	private volatile @Nullable MessageIndex index;
	/** The number of the oldest message that was in the logs when they were read, whether it is shown or not; of the next when there was none. */
	private volatile long oldest;
	private boolean tidied;
	/** The number that the next message gets; written once for all messages of a commit. */
	private long next;

	/** With the logs, and the numbers that are kept. */
	public LoggedMessages(EventHub events, LogPositions positions, HubLimits limits) {
		this.events = events;
		this.positions = positions;
		this.limits = limits;
		this.begins = new long[events.partitions().size()];
		this.next = positions.get(NEXT);
	}

	@Override
	public long nextSequenceNumber() {
		return next;
	}

	@Override
	public void append(KeptMessage message) {
		MessageIndex known = index(); // of those before this one
		String deviceId = message.sender().deviceId();
		EventPartition partition = events.of(deviceId);
		long before = partition.appendedEnd();
		long offset = partition.append(message.sequenceNumber(), notes -> MessageRecord.note(message, notes),
				(sequence, at) -> Event.of(message, sequence, at));
		known.add(new Place(message.sequenceNumber(), partition.number(), offset), deviceId, (int) (partition.appendedEnd() - before));
		next = message.sequenceNumber() + 1;
	}

	/** Writes what goes along with each commit of messages; before it. */
	public void beforeCommit() {
		positions.move(NEXT, next);
		MessageIndex known = index;
		if (known == null) {
			return;
		}
		if (!tidied) {
			tidied = true;
			positions.names(FORGOTTEN).stream().filter(name -> positions.get(name) <= oldest).forEach(name -> positions.set(name, 0));
		}
		for (EventPartition partition : events.partitions()) {
			long begin = partition.begin();
			if (begin != begins[partition.number()]) {
				begins[partition.number()] = begin;
				known.removeBefore(partition.number(), begin);
			}
		}
	}

	/** Messages of a device that is deleted are its own no more, even if one is made anew with its id. */
	public void forget(String deviceId) {
		MessageIndex known = index();
		// one that has none in the index may have some in the log
		if (known.count(deviceId) > 0 || known.isPartial()) {
			known.remove(deviceId);
			positions.set(FORGOTTEN + deviceId, next);
		}
	}

	@Override
	public List<KeptMessage> of(String deviceId) {
		return read(index().of(deviceId));
	}

	@Override
	public List<KeptMessage> from(long sequenceNumber, int most) {
		return read(index().from(sequenceNumber, most));
	}

	/** Those that are committed; what stands behind that is written to no file yet. */
	private List<KeptMessage> read(List<Place> places) {
		Map<Integer, EventCursor> cursors = new HashMap<>();
		List<KeptMessage> found = new ArrayList<>();
		for (Place place : places) {
			EventPartition partition = events.partitions().get(place.partition());
			if (place.offset() >= partition.end()) {
				// nor is any later one to be seen, even if it is committed a moment from now
				break;
			}
			EventCursor cursor = cursors.get(place.partition());
			if (cursor == null || cursor.nextOffset() != place.offset()) {
				cursor = new EventCursor(partition, place.offset());
				cursors.put(place.partition(), cursor);
			}
			if (cursor.next() && cursor.number() == place.number()) {
				found.add(MessageRecord.message(cursor));
			}
		}
		return found;
	}

	/** What messages there are is read when it is asked for first: no start of the hub waits for it. */
	private synchronized MessageIndex index() {
		MessageIndex known = index;
		if (known == null) {
			known = load();
			index = known;
		}
		return known;
	}

	/** Reads all logs side by side, in the order of the messages' numbers. */
	private MessageIndex load() {
		MessageIndex loaded = new MessageIndex(limits.keptMessages(), limits.keptBytes());
		Map<String, String> names = new HashMap<>();
		Map<String, Long> forgotten = new HashMap<>();
		PriorityQueue<Reading> readings = new PriorityQueue<>(Comparator.comparingLong(reading -> reading.cursor.number()));
		for (EventPartition partition : events.partitions()) {
			Reading reading = new Reading(partition.number(), new EventCursor(partition, 0));
			if (reading.next()) {
				readings.add(reading);
			}
		}
		Reading first = readings.peek();
		oldest = first == null ? next : first.cursor.number();
		for (Reading reading = readings.poll(); reading != null; reading = readings.poll()) {
			EventCursor at = reading.cursor;
			String read = MessageRecord.device(at.notes());
			String deviceId = names.computeIfAbsent(read, name -> name);
			if (at.number() >= forgotten.computeIfAbsent(deviceId, id -> positions.get(FORGOTTEN + id))) {
				loaded.add(new Place(at.number(), reading.partition, at.eventOffset()), deviceId, (int) (at.nextOffset() - at.eventOffset()));
			}
			if (reading.next()) {
				readings.add(reading);
			}
		}
		return loaded;
	}

	/** A log that is read through. */
	private record Reading(int partition, EventCursor cursor) {

		/** Goes to the next message. */
		boolean next() {
			while (cursor.next()) {
				if (cursor.number() != RecordHeader.NO_NUMBER) {
					return true;
				}
			}
			return false;
		}
	}
}
