// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.credentials;

import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.ConnectionString;
import iothubtools.client.auth.KeySlot;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.core.hubs.HubConnection;

/**
 * What a device or module opens its hub with itself, to be handed to it (contract §1.3): one of its keys, or that it has a certificate. Whoever
 * copies, shows or passes on the credential of an identity asks here; {@link DeviceVoice} is for what is said in its name.
 *
 * @param connectionString which its {@code format()} <b>reveals</b>; null where there is none
 * @param problem          why there is none, in words that go on a sentence; empty where there is one
 */
public record OwnCredential(@Nullable ConnectionString connectionString, String problem) {

	/** That of a device, as the hub told it just now. */
	public static OwnCredential of(HubConnection hub, DeviceIdentity device, KeySlot slot) {
		return of(() -> device.connectionString(hub.host(), slot));
	}

	/** That of a module, as the hub told it just now. */
	public static OwnCredential of(HubConnection hub, ModuleIdentity module, KeySlot slot) {
		return of(() -> module.connectionString(hub.host(), slot));
	}

	private static OwnCredential of(Supplier<@Nullable ConnectionString> identity) {
		try {
			ConnectionString string = identity.get();
			return new OwnCredential(string, string == null ? Messages.No_credential : "");
		} catch (InvalidInputException e) {
			// ids that a hub took are good but for one letter
			return new OwnCredential(null, Messages.Semicolon);
		}
	}
}
