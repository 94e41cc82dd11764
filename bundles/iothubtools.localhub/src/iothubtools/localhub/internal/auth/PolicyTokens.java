// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.auth;

import java.time.Clock;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.exchange.HubRequest;
import iothubtools.localhub.internal.kernel.HubNames;

/** Knows those who sign with a policy's key. */
public final class PolicyTokens implements Authenticator {

	private final PolicyKeys keys;
	private final VerifiedTokens tokens;
	private final HubNames names;
	private final Clock clock;

	/** With the policies' keys, the hub's names and the time tokens expire by. */
	public PolicyTokens(PolicyKeys keys, VerifiedTokens tokens, HubNames names, Clock clock) {
		this.keys = keys;
		this.tokens = tokens;
		this.names = names;
		this.clock = clock;
	}

	@Override
	public @Nullable Caller authenticate(HubRequest request, Map<String, String> variables) {
		SharedAccessSignature token = tokens.read(request.headers().get("Authorization"));
		String name = token == null ? null : token.policy();
		Policy policy = name == null ? null : PolicyKeys.find(name);
		if (token == null || policy == null || token.isExpired(clock.instant())) {
			return null;
		}
		TokenScope scope = token.scope();
		if (scope == null || !names.contain(scope.host()) || !scope.covers(request.path(), variables.values())) {
			return null;
		}
		PolicyKeys.KeyPair pair = keys.of(policy);
		return token.isSignedWith(pair.primary()) || token.isSignedWith(pair.secondary())
				|| isForEventHub(scope) && (token.isSignedWithText(pair.primary()) || token.isSignedWithText(pair.secondary()))
						? Caller.of(policy)
						: null;
	}

	private static boolean isForEventHub(TokenScope scope) {
		return !scope.segments().isEmpty() && scope.segments().get(0).equalsIgnoreCase(HubNames.EVENT_HUB);
	}
}
