// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.clipboard;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.ConnectionString;
import iothubtools.client.auth.Credential;
import iothubtools.client.auth.DeviceConnectionString;
import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.devices.CertificateAuthority;
import iothubtools.client.devices.DeviceAuthentication;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.names.DeviceIds;

/**
 * A device as somebody pasted it: its connection string, or its id alone.
 *
 * @param host       the hub it was of; null if that is not known
 * @param credential what it had there: the primary key, or a certificate; null if that is not known
 */
public record PastedDevice(String deviceId, @Nullable HubHost host, @Nullable Credential credential) {

	/**
	 * @param line without blanks around it
	 * @throws InvalidInputException if it is neither, which never repeats a key
	 */
	static PastedDevice parse(String line) {
		if (line.indexOf(';') < 0 && line.indexOf('=') < 0) {
			String problem = DeviceIds.problem(line);
			if (problem != null) {
				throw new InvalidInputException("DeviceId", problem);
			}
			return new PastedDevice(line, null, null);
		}
		if (ConnectionString.parse(line) instanceof DeviceConnectionString string) {
			return new PastedDevice(string.deviceId(), string.host(), string.credential());
		}
		throw new InvalidInputException("DeviceId", "it is no device's");
	}

	/** Its primary key; null if it has none or that is not known. */
	public @Nullable SharedAccessKey key() {
		return credential instanceof SharedAccessKey key ? key : null;
	}

	/** Whether it opens with a certificate: which one, a connection string does not say. */
	public boolean hasCertificate() {
		return credential != null && key() == null;
	}

	/** A new one like it. The secondary key, which no connection string tells, is another one. */
	public DeviceIdentity identity() {
		SharedAccessKey key = key();
		DeviceAuthentication authentication = key != null ? new SymmetricKeys(key, SharedAccessKey.generate())
				: hasCertificate() ? new CertificateAuthority() : SymmetricKeys.generatedByHub();
		return DeviceIdentity.builder(deviceId).authentication(authentication).build();
	}
}
