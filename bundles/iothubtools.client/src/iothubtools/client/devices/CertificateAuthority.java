// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.devices;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.Credential;
import iothubtools.client.auth.KeySlot;
import iothubtools.client.auth.X509Credential;

/** The device shows a certificate signed by an authority the hub has verified, its common name being the device id. */
public record CertificateAuthority() implements DeviceAuthentication {

	/** The value of {@code authentication.type}. */
	public static final String TYPE = "certificateAuthority";

	@Override
	public String type() {
		return TYPE;
	}

	@Override
	public @Nullable Credential credential(KeySlot slot) {
		return new X509Credential();
	}
}
