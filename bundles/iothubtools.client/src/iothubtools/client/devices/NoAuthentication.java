// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.devices;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.Credential;
import iothubtools.client.auth.KeySlot;

/** The identity has no credentials of its own; the hub refuses this for devices and uses it for modules of IoT Edge. */
public record NoAuthentication() implements DeviceAuthentication {

	/** The value of {@code authentication.type}. */
	public static final String TYPE = "none";

	@Override
	public String type() {
		return TYPE;
	}

	@Override
	public @Nullable Credential credential(KeySlot slot) {
		return null;
	}
}
