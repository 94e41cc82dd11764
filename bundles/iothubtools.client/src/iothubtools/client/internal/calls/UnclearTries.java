// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.calls;

import iothubtools.client.errors.ConnectionException;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.errors.ServiceException;

/**
 * Remembers whether a request was repeated after a try that may have worked though its reply says otherwise or was lost.
 * Then a refusal of the repeat may only show that the first try won (contract §9.14).
 */
public final class UnclearTries {

	private static final int NOT_IMPLEMENTED = 501;

	private volatile boolean any;

	/** A try after which the request is sent again. */
	public void add(HubException failure) {
		// a 429 is clear: the hub did nothing
		if (!(failure instanceof ServiceException service && service.isThrottled())) {
			any = true;
		}
	}

	/** Whether the hub may have done what a last try asked for that ended so. */
	public static boolean isUnclear(HubException failure) {
		if (failure instanceof ServiceException service) {
			return service.isServerError() && service.status() != NOT_IMPLEMENTED;
		}
		if (failure instanceof ConnectionException connection) {
			return connection.kind() == ConnectionException.Kind.TIMEOUT
					|| connection.kind() == ConnectionException.Kind.CONNECTION_LOST;
		}
		return failure instanceof ProtocolException protocol && (protocol.kind() == ProtocolException.Kind.TRUNCATED
				|| protocol.kind() == ProtocolException.Kind.TOO_LARGE);
	}

	/** Whether any try ended unclear. */
	public boolean any() {
		return any;
	}

	/** Whether {@code refusal} with {@code status} may come from an own earlier try. */
	public boolean mayExplain(HubException refusal, int status) {
		return any && refusal instanceof ServiceException service && service.status() == status;
	}
}
