// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Map;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What a hub shows in TLS: a certificate for each kind of key, with its authority. A key store would do the same, but encrypts its keys
 * for nobody and takes a third of the hub's start for it.
 */
@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD}) // TLS's own methods say nothing of null
public final class ServerKeys extends X509ExtendedKeyManager {

	private final Map<String, Identity> identities;
	private final X509Certificate authority;

	/**
	 * With all there is.
	 *
	 * @param identities by the name of their kind of key, which serves as their alias, too
	 */
	ServerKeys(Map<String, Identity> identities, X509Certificate authority) {
		this.identities = Map.copyOf(identities);
		this.authority = authority;
	}

	@Override
	public @Nullable String chooseEngineServerAlias(String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
		return alias(keyType);
	}

	@Override
	public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, Socket socket) {
		return alias(keyType);
	}

	@Override
	public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
		String alias = alias(keyType);
		return alias == null ? null : new String[] { alias };
	}

	@Override
	public X509Certificate @Nullable [] getCertificateChain(String alias) {
		Identity identity = identities.get(alias);
		return identity == null ? null : new X509Certificate[] { identity.certificate(), authority };
	}

	@Override
	public @Nullable PrivateKey getPrivateKey(String alias) {
		Identity identity = identities.get(alias);
		return identity == null ? null : identity.key();
	}

	@Override
	public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
		return null;
	}

	@Override
	public @Nullable String chooseClientAlias(String[] keyTypes, Principal @Nullable [] issuers, Socket socket) {
		return null;
	}

	private @Nullable String alias(String keyType) {
		return identities.containsKey(keyType) ? keyType : null;
	}
}
