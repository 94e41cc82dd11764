// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.entra;

import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.auth.Authenticator;
import iothubtools.localhub.internal.auth.Caller;
import iothubtools.localhub.internal.auth.Principal;
import iothubtools.localhub.internal.exchange.HubRequest;

/** Knows those who have a token of the issuer. */
public final class BearerTokens implements Authenticator {

	private static final String SCHEME = "Bearer ";

	private final Issuer issuer;

	/** With whose tokens to take. */
	public BearerTokens(Issuer issuer) {
		this.issuer = issuer;
	}

	@Override
	public @Nullable Caller authenticate(HubRequest request, Map<String, String> variables) {
		String header = request.headers().get("Authorization");
		if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
			return null;
		}
		Principal principal = issuer.principal(header.substring(SCHEME.length()).trim());
		return principal == null ? null : Caller.of(principal);
	}
}
