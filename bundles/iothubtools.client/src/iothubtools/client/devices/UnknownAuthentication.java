// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.devices;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.Credential;
import iothubtools.client.auth.KeySlot;

/**
 * Something this version does not understand. The identity it was read in preserves it; no new identity can have it.
 *
 * @param type the value of {@code authentication.type}, may be empty
 */
public record UnknownAuthentication(String type) implements DeviceAuthentication {

	@Override
	public @Nullable Credential credential(KeySlot slot) {
		return null;
	}
}
