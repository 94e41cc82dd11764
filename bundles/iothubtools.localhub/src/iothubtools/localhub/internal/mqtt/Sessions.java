// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.mqtt;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.kernel.ClientId;

/**
 * The sessions that outlive their connections. They end with the hub: a client that connects anew is told that there is no
 * session and subscribes again. The queues of messages are kept elsewhere and for good.
 */
final class Sessions {

	private final Map<ClientId, SessionState> kept = new ConcurrentHashMap<>();

	/** The session that a client left, or null. */
	@Nullable SessionState find(ClientId client, String generationId) {
		SessionState state = kept.get(client);
		return state != null && state.isOf(generationId) ? state : null;
	}

	/** A new session in the place of what was left; kept unless it is a clean one. */
	SessionState begin(ClientId client, String generationId, boolean clean) {
		SessionState state = new SessionState(generationId);
		if (clean) {
			kept.remove(client);
		} else {
			kept.put(client, state);
		}
		return state;
	}
}
