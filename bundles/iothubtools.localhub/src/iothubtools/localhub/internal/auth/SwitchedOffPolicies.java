// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.auth;

import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubRequest;

/**
 * Stands in for {@link PolicyTokens} where shared keys are switched off: says so to whoever comes with a policy's token and
 * with nothing else that would do, so it is to be asked last.
 */
public final class SwitchedOffPolicies implements Authenticator {

	/** @throws HubError 401 that says it, for a token that names a policy, whoever signed it */
	@Override
	public @Nullable Caller authenticate(HubRequest request, Map<String, String> variables) {
		SharedAccessSignature token = SharedAccessSignature.parse(request.headers().get("Authorization"));
		if (token != null && !token.isOfClient()) {
			throw HubError.sharedKeysOff();
		}
		return null;
	}
}
