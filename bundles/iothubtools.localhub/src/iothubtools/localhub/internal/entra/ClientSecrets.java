// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.entra;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.auth.Authenticator;
import iothubtools.localhub.internal.auth.Caller;
import iothubtools.localhub.internal.exchange.HubRequest;
import iothubtools.localhub.internal.exchange.RequestHeaders;

/** Knows the issuer's clients by name and secret, as HTTP's Basic has them (RFC 6749 §2.3.1): known before a body is read. */
public final class ClientSecrets implements Authenticator {

	private static final String SCHEME = "Basic ";

	private final Issuer issuer;

	/** With whose clients to know. */
	public ClientSecrets(Issuer issuer) {
		this.issuer = issuer;
	}

	@Override
	public @Nullable Caller authenticate(HubRequest request, Map<String, String> variables) {
		return client(issuer, request.headers()) == null ? null : Caller.ISSUER_CLIENT;
	}

	/** The client that these headers name and prove, or null. */
	static @Nullable IssuerClient client(Issuer issuer, RequestHeaders headers) {
		String header = headers.get("Authorization");
		if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
			return null;
		}
		try {
			byte[] bytes = Base64.getDecoder().decode(header.substring(SCHEME.length()).trim());
			String pair = new String(bytes, StandardCharsets.UTF_8);
			int colon = pair.indexOf(':');
			return colon < 0 ? null : issuer.client(pair.substring(0, colon), pair.substring(colon + 1));
		} catch (IllegalArgumentException e) {
			return null;
		}
	}
}
