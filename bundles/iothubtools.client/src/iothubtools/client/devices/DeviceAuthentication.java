// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.devices;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.Credential;
import iothubtools.client.auth.KeySlot;
import iothubtools.client.auth.SharedAccessKey;

/** How a device or module proves who it is (contract §4). */
public sealed interface DeviceAuthentication
		permits SymmetricKeys, SelfSigned, CertificateAuthority, NoAuthentication, UnknownAuthentication {

	/** The value of {@code authentication.type} in JSON, e.g. {@code sas}. */
	String type();

	/**
	 * What goes into its connection string (contract §1.3): one of its keys, or that it has a certificate; null where it has
	 * neither, or a key that the reader may not see.
	 */
	@Nullable
	Credential credential(KeySlot slot);

	/** One of its keys; null where it has none, or one that the reader may not see. */
	default @Nullable SharedAccessKey key(KeySlot slot) {
		return credential(slot) instanceof SharedAccessKey key ? key : null;
	}
}
