// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.concurrent.CancellationException;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.core.connections.HubSession;

/** A wrong key and a missing right look alike. Calls over HTTPS that change nothing tell them apart, and what they tell is kept. */
final class RefusedRights {


	private RefusedRights() {
	}

	/** Whether it may be a missing right. */
	static boolean isSuspected(@Nullable HubException failure) {
		return failure instanceof ServiceException service && service.isUnauthorized();
	}

	/** Finds out which rights are missing. */
	static void explain(HubSession session, Cancellation cancellation) {
		try {
			session.client().checkRights().await(cancellation);
		} catch (HubException | CancellationException e) {
			// then the refusal has to speak for itself
		}
	}
}
