// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.devices;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.errors.InvalidInputException;

/** The rules for symmetric keys of devices (contract §4). */
public final class DeviceKeys {

	/** Bytes a key must have at least. */
	public static final int MIN_LENGTH = 16;
	/** Bytes a key may have at most. */
	public static final int MAX_LENGTH = 64;

	private DeviceKeys() {
	}

	/** A new random key. */
	public static SharedAccessKey generate() {
		return SharedAccessKey.generate();
	}

	/** Why {@code base64} cannot be the key of a device, without repeating any of it; null if it can. */
	public static @Nullable String problem(String base64) {
		try {
			int length = SharedAccessKey.parse(base64).length();
			return length >= MIN_LENGTH && length <= MAX_LENGTH ? null
					: "is " + length + " bytes long, " + MIN_LENGTH + " to " + MAX_LENGTH + " are possible";
		} catch (InvalidInputException e) {
			return e.reason();
		}
	}
}
