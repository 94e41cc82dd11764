// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

import iothubtools.localhub.ReceivedMessage;
import iothubtools.localhub.internal.exchange.ClientId;
import iothubtools.localhub.internal.messages.MessageStore;

/**
 * Messages in a map of the store. Keys are the device id, a slash, which no id has, and a number that counts up by one for
 * each device, in fixed width: the messages of a device lie together, and how many they are follows from first and last.
 */
final class StoredMessages implements MessageStore, ClientRecords {

	private static final String SEQUENCE = "nextMessage";
	private static final String NUMBER = "%016x";
	private static final int HEX = 16;

	private final MVMap<String, ReceivedMessage> messages;
	private final Counters counters;
	private final int keep;

	StoredMessages(MVMap<String, ReceivedMessage> messages, Counters counters, int keep) {
		this.messages = messages;
		this.counters = counters;
		this.keep = keep;
	}

	@Override
	public long nextSequenceNumber() {
		return counters.get(SEQUENCE);
	}

	@Override
	public void append(ReceivedMessage message) {
		String device = message.deviceId();
		String last = last(device);
		long number = last == null ? 0 : number(last) + 1;
		messages.put(key(device, number), message);
		counters.add(SEQUENCE, 1);
		String first = first(device);
		while (first != null && number(first) <= number - keep) {
			messages.remove(first);
			first = first(device);
		}
	}

	@Override
	public List<ReceivedMessage> of(String deviceId) {
		List<ReceivedMessage> found = new ArrayList<>();
		Cursor<String, ReceivedMessage> cursor = messages.cursor(deviceId + '/');
		while (cursor.hasNext() && isOf(deviceId, cursor.next())) {
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
		for (String first = first(deviceId); first != null; first = first(deviceId)) {
			messages.remove(first);
		}
	}

	private @Nullable String first(String deviceId) {
		return ofDevice(deviceId, messages.ceilingKey(deviceId + '/'));
	}

	/** The character after the slash in ASCII bounds the keys of a device. */
	private @Nullable String last(String deviceId) {
		return ofDevice(deviceId, messages.lowerKey(deviceId + '0'));
	}

	private static @Nullable String ofDevice(String deviceId, @Nullable String key) {
		return key != null && isOf(deviceId, key) ? key : null;
	}

	private static boolean isOf(String deviceId, String key) {
		return key.length() == deviceId.length() + 1 + HEX && key.startsWith(deviceId);
	}

	private static String key(String deviceId, long number) {
		return deviceId + '/' + String.format(NUMBER, number);
	}

	private static long number(String key) {
		return Long.parseLong(key.substring(key.length() - HEX), HEX);
	}
}
