// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.auth;

import java.util.List;
import java.util.Map;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubRequest;

/** Lets a request pass when one of the authenticators knows its sender and that sender has the right. */
public final class Gate {

	private final List<Authenticator> authenticators;

	/** With the ways of proving who one is; the first that succeeds counts. */
	public Gate(List<Authenticator> authenticators) {
		this.authenticators = List.copyOf(authenticators);
	}

	/**
	 * Who sent the request, whatever that may do.
	 *
	 * @throws HubError 401 when it proves nobody
	 */
	public Caller identify(HubRequest request, Map<String, String> variables) {
		for (Authenticator authenticator : authenticators) {
			Caller caller = authenticator.authenticate(request, variables);
			if (caller != null) {
				return caller;
			}
		}
		throw HubError.unauthorized();
	}

	/**
	 * Who sent the request.
	 *
	 * @throws HubError 401, the same for no token, a wrong one, an old one and a missing right; only that a policy's key is
	 *                  switched off is told, and who it is that has no role for this
	 */
	public Caller admit(HubRequest request, Map<String, String> variables, Need needed) {
		for (Authenticator authenticator : authenticators) {
			Caller caller = authenticator.authenticate(request, variables);
			if (caller != null && caller.may(needed)) {
				return caller;
			}
			Principal principal = caller == null ? null : caller.principal();
			if (principal != null) {
				throw HubError.noPermission(principal.name(), request.method(), request.path());
			}
		}
		throw HubError.unauthorized();
	}
}
