// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

import iothubtools.localhub.internal.commands.QueueStore;
import iothubtools.localhub.internal.commands.QueuedMessage;
import iothubtools.localhub.internal.kernel.ClientId;

/**
 * Queued cloud-to-device messages in a map of the store. Keys are device id, slash, module id, slash and the sequence number
 * in fixed width: no id has a slash, so each queue lies together, and so do all queues of a device.
 */
final class StoredQueues implements QueueStore, ClientRecords {

	private static final String SEQUENCE = "nextCloudToDeviceMessage";
	private static final HexFormat NUMBER = HexFormat.of();

	private final MVMap<String, QueuedMessage> messages;
	private final Counters counters;

	StoredQueues(MVMap<String, QueuedMessage> messages, Counters counters) {
		this.messages = messages;
		this.counters = counters;
	}

	@Override
	public long nextSequenceNumber() {
		counters.add(SEQUENCE, 1);
		return counters.get(SEQUENCE);
	}

	@Override
	public List<QueuedMessage> of(ClientId client) {
		return beginningWith(prefix(client));
	}

	@Override
	public void forEach(Consumer<QueuedMessage> action) {
		messages.values().forEach(action);
	}

	@Override
	public void put(QueuedMessage message) {
		messages.put(key(message), message);
	}

	@Override
	public void remove(QueuedMessage message) {
		messages.remove(key(message));
	}

	@Override
	public void readOf(ClientId client) {
		allOf(client);
	}

	@Override
	public void removeOf(ClientId client) {
		allOf(client).forEach(this::remove);
	}

	private List<QueuedMessage> allOf(ClientId client) {
		return beginningWith(client.isModule() ? prefix(client) : client.deviceId() + '/');
	}

	private List<QueuedMessage> beginningWith(String prefix) {
		List<QueuedMessage> found = new ArrayList<>();
		Cursor<String, QueuedMessage> cursor = messages.cursor(prefix);
		while (cursor.hasNext() && cursor.next().startsWith(prefix)) {
			found.add(cursor.getValue());
		}
		return found;
	}

	private static String key(QueuedMessage message) {
		return prefix(message.client()) + NUMBER.toHexDigits(message.sequenceNumber());
	}

	private static String prefix(ClientId client) {
		return client.deviceId() + '/' + (client.isModule() ? client.moduleId() : "") + '/';
	}
}
