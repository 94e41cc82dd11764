// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

import iothubtools.localhub.HubLimits;
import iothubtools.localhub.internal.exchange.ClientId;
import iothubtools.localhub.internal.messages.KeptMessage;
import iothubtools.localhub.internal.messages.MessageStore;

/**
 * Messages in a map of the store by their sequence number: new ones go to its end, so that a commit of many writes few pages,
 * whatever devices they are from. Which messages a device has is known in memory only and is read anew at each start.
 */
final class StoredMessages implements MessageStore, ClientRecords {

	private static final String SEQUENCE = "nextMessage";

	private final MVMap<Long, KeptMessage> messages;
	private final Counters counters;
	private final HubLimits limits;
	private @Nullable SequenceNumbers numbers;
	/** Room that all messages take up. */
	private long bytes;

	StoredMessages(MVMap<Long, KeptMessage> messages, Counters counters, HubLimits limits) {
		this.messages = messages;
		this.counters = counters;
		this.limits = limits;
	}

	/** What messages there are is read when it is asked for first: no start of the hub waits for it. */
	private SequenceNumbers numbers() {
		SequenceNumbers known = numbers;
		if (known == null) {
			known = new SequenceNumbers();
			numbers = known;
			Cursor<Long, KeptMessage> cursor = messages.cursor(null);
			while (cursor.hasNext()) {
				cursor.next();
				count(cursor.getValue());
			}
		}
		return known;
	}

	private void count(KeptMessage message) {
		numbers().add(message.sender().deviceId(), message.sequenceNumber());
		bytes += room(message);
	}

	private long room(KeptMessage message) {
		return messages.getValueType().getMemory(message);
	}

	@Override
	public long nextSequenceNumber() {
		return counters.get(SEQUENCE);
	}

	@Override
	public void append(KeptMessage message) {
		numbers(); // those before this one
		messages.put(message.sequenceNumber(), message);
		counters.add(SEQUENCE, 1);
		count(message);
		String deviceId = message.sender().deviceId();
		while (numbers().count(deviceId) > limits.keptMessages()) {
			remove(numbers().removeFirst(deviceId));
		}
		while (bytes > limits.keptBytes()) {
			KeptMessage oldest = messages.get(messages.firstKey());
			numbers().removeFirst(oldest.sender().deviceId());
			remove(oldest.sequenceNumber());
		}
	}

	private void remove(long number) {
		bytes -= room(messages.remove(number));
	}

	@Override
	public List<KeptMessage> of(String deviceId) {
		List<KeptMessage> found = new ArrayList<>();
		numbers().of(deviceId).forEach(number -> found.add(messages.get(number)));
		return found;
	}

	@Override
	public List<KeptMessage> from(long sequenceNumber, int most) {
		List<KeptMessage> found = new ArrayList<>();
		Cursor<Long, KeptMessage> cursor = messages.cursor(sequenceNumber);
		while (found.size() < most && cursor.hasNext()) {
			cursor.next();
			found.add(cursor.getValue());
		}
		return found;
	}

	@Override
	public void removeOf(ClientId client) {
		if (client.isModule()) {
			return; // messages of modules are kept with those of their device
		}
		String deviceId = client.deviceId();
		while (numbers().count(deviceId) > 0) {
			remove(numbers().removeFirst(deviceId));
		}
	}
}
