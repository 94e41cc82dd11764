// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.WriteBuffer;

import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.messages.KeptMessage;
import iothubtools.localhub.internal.messages.MessageStore;
import iothubtools.localhub.settings.HubLimits;

/**
 * Messages in a map of the store by their sequence number: new ones go to its end, so that a commit of many writes few pages,
 * whatever devices they are from. Which messages a device has is known in memory only and is read anew at each start.
 */
final class StoredMessages implements MessageStore, ClientRecords {

	private static final String SEQUENCE = "nextMessage";

	private final MVMap<Long, StoredMessage> messages;
	private final Counters counters;
	private final HubLimits limits;
	/** Of the one thread that writes. */
	private final WriteBuffer buffer = new WriteBuffer(1024);
	private @Nullable SequenceNumbers numbers;
	/** Room that all messages take up. */
	private long bytes;
	/** The number that the next message gets; written once for all messages of a commit. */
	private long next;
	private boolean counted = true;

	StoredMessages(MVMap<Long, StoredMessage> messages, Counters counters, HubLimits limits) {
		this.messages = messages;
		this.counters = counters;
		this.limits = limits;
		this.next = counters.get(SEQUENCE);
	}

	/** What messages there are is read when it is asked for first: no start of the hub waits for it. */
	private SequenceNumbers numbers() {
		SequenceNumbers known = numbers;
		if (known == null) {
			known = new SequenceNumbers();
			numbers = known;
			Cursor<Long, StoredMessage> cursor = messages.cursor(null);
			while (cursor.hasNext()) {
				cursor.next();
				count(cursor.getValue().message(), cursor.getValue());
			}
		}
		return known;
	}

	private void count(KeptMessage message, StoredMessage stored) {
		numbers().add(message.sender().deviceId(), message.sequenceNumber());
		bytes += stored.room();
	}

	@Override
	public long nextSequenceNumber() {
		return next;
	}

	@Override
	public void append(KeptMessage message) {
		numbers(); // those before this one
		StoredMessage stored = StoredMessage.of(message, buffer);
		messages.put(message.sequenceNumber(), stored);
		next = message.sequenceNumber() + 1;
		counted = false;
		count(message, stored);
		String deviceId = message.sender().deviceId();
		while (numbers().count(deviceId) > limits.keptMessages()) {
			remove(numbers().removeFirst(deviceId));
		}
		while (bytes > limits.keptBytes()) {
			KeptMessage oldest = messages.get(messages.firstKey()).message();
			numbers().removeFirst(oldest.sender().deviceId());
			remove(oldest.sequenceNumber());
		}
	}

	/** Writes what goes along with each commit of messages; before it. */
	void beforeCommit() {
		if (!counted) {
			counters.add(SEQUENCE, next - counters.get(SEQUENCE));
			counted = true;
		}
	}

	private void remove(long number) {
		bytes -= messages.remove(number).room();
	}

	@Override
	public List<KeptMessage> of(String deviceId) {
		List<KeptMessage> found = new ArrayList<>();
		numbers().of(deviceId).forEach(number -> found.add(messages.get(number).message()));
		return found;
	}

	@Override
	public List<KeptMessage> from(long sequenceNumber, int most) {
		List<KeptMessage> found = new ArrayList<>();
		Cursor<Long, StoredMessage> cursor = messages.cursor(sequenceNumber);
		while (found.size() < most && cursor.hasNext()) {
			cursor.next();
			found.add(cursor.getValue().message());
		}
		return found;
	}

	@Override
	public void readOf(ClientId client) {
		if (!client.isModule()) {
			numbers().of(client.deviceId()).forEach(messages::get);
		}
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
