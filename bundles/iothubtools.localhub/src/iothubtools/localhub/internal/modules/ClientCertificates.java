// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.modules;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.auth.Authenticator;
import iothubtools.localhub.internal.auth.Caller;
import iothubtools.localhub.internal.devices.Credentials;
import iothubtools.localhub.internal.devices.Device;
import iothubtools.localhub.internal.exchange.HubRequest;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.operation.Route;
import iothubtools.localhub.internal.tls.DeviceAuthorities;

/**
 * Knows devices and modules by their certificate: one whose thumbprint the identity names, or one of a trusted authority
 * whose common name is the device id, for a module {@code deviceId/moduleId} (contract §4).
 */
public final class ClientCertificates implements Authenticator {

	private static final String SHA_1 = "SHA-1";
	private static final String SHA_256 = "SHA-256";
	private static final int SHA_1_DIGITS = 40;

	private final Clients clients;
	private final DeviceAuthorities authorities;

	/** With the devices and modules, and who may issue certificates to them. */
	public ClientCertificates(Clients clients, DeviceAuthorities authorities) {
		this.clients = clients;
		this.authorities = authorities;
	}

	@Override
	public @Nullable Caller authenticate(HubRequest request, Map<String, String> variables) {
		String deviceId = variables.get(Route.DEVICE_ID);
		List<X509Certificate> chain = request.certificates();
		if (deviceId == null || chain.isEmpty()) {
			return null;
		}
		ClientId client = new ClientId(deviceId, variables.get(Route.MODULE_ID));
		Credentials credentials = credentials(client);
		return credentials != null && isCertified(client, credentials, chain)
				? client.isModule() ? Caller.MODULE : Caller.DEVICE
				: null;
	}

	private @Nullable Credentials credentials(ClientId client) {
		Device device = clients.devices().get(client.deviceId());
		if (device == null || !device.enabled()) {
			return null;
		}
		ModuleIdentity module = client.isModule() ? clients.modules().get(client) : null;
		return module != null ? module.credentials() : client.isModule() ? null : device.credentials();
	}

	private boolean isCertified(ClientId client, Credentials credentials, List<X509Certificate> chain) {
		return switch (credentials.type()) {
		case SELF_SIGNED -> isThumbprint(credentials.primaryThumbprint(), chain.get(0))
				|| isThumbprint(credentials.secondaryThumbprint(), chain.get(0));
		case CERTIFICATE_AUTHORITY -> client.toString().equals(commonName(chain.get(0))) && authorities.vouchFor(chain);
		default -> false;
		};
	}

	private static boolean isThumbprint(@Nullable String thumbprint, X509Certificate certificate) {
		if (thumbprint == null) {
			return false;
		}
		try {
			String algorithm = thumbprint.length() == SHA_1_DIGITS ? SHA_1 : SHA_256;
			byte[] digest = MessageDigest.getInstance(algorithm).digest(certificate.getEncoded());
			return HexFormat.of().formatHex(digest).equalsIgnoreCase(thumbprint);
		} catch (CertificateEncodingException e) {
			return false;
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("every Java has SHA-1 and SHA-256", e);
		}
	}

	private static @Nullable String commonName(X509Certificate certificate) {
		try {
			return new LdapName(certificate.getSubjectX500Principal().getName()).getRdns().stream()
					.filter(part -> part.getType().equalsIgnoreCase("CN")).map(part -> part.getValue().toString())
					.findFirst().orElse(null);
		} catch (InvalidNameException e) {
			return null;
		}
	}
}
