// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.auth;

import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.exchange.HubRequest;

/** One way of proving who sends a request. */
@FunctionalInterface
public interface Authenticator {

	/**
	 * Who sent it, or null when this way does not prove it.
	 *
	 * @param variables what stood in the path where its route has names
	 */
	@Nullable Caller authenticate(HubRequest request, Map<String, String> variables);
}
