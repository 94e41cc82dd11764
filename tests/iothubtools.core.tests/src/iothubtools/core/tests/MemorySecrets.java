// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.SharedAccessKey;
import iothubtools.core.connections.SecretStore;

/** Keys in memory, with a place to let something happen while one is read or written: Secure Storage may take minutes. */
final class MemorySecrets implements SecretStore {

	private final Map<String, SharedAccessKey> keys = new ConcurrentHashMap<>();
	private final AtomicReference<@Nullable Runnable> whileReading = new AtomicReference<>();
	private final AtomicReference<@Nullable Runnable> whileWriting = new AtomicReference<>();

	/** What happens once, after a key is looked up and before it is handed over. */
	void whileReading(Runnable action) {
		whileReading.set(action);
	}

	/** What happens once, before a key is stored. */
	void whileWriting(Runnable action) {
		whileWriting.set(action);
	}

	@Override
	public @Nullable SharedAccessKey get(String connectionId) {
		SharedAccessKey key = keys.get(connectionId);
		run(whileReading);
		return key;
	}

	@Override
	public void put(String connectionId, SharedAccessKey key) {
		run(whileWriting);
		keys.put(connectionId, key);
	}

	@Override
	public void remove(String connectionId) {
		keys.remove(connectionId);
	}

	private static void run(AtomicReference<@Nullable Runnable> once) {
		Runnable action = once.getAndSet(null);
		if (action != null) {
			action.run();
		}
	}
}
