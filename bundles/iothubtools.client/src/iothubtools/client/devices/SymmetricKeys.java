// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.devices;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.Credential;
import iothubtools.client.auth.KeySlot;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.errors.InvalidInputException;

/**
 * The device signs with one of two keys, so that one can be replaced while the other is in use. With both null the hub
 * makes the keys: at the creation, and again at each update that carries none.
 *
 * @param primary   16 to 64 bytes
 * @param secondary 16 to 64 bytes
 */
public record SymmetricKeys(@Nullable SharedAccessKey primary, @Nullable SharedAccessKey secondary)
		implements DeviceAuthentication {

	/** The value of {@code authentication.type}. */
	public static final String TYPE = "sas";

	/**
	 * @throws InvalidInputException if only one key is given
	 */
	public SymmetricKeys {
		if (primary == null != (secondary == null)) {
			throw new InvalidInputException(primary == null ? "primaryKey" : "secondaryKey",
					"either both keys or none must be given");
		}
	}

	/** Keys the hub is to make. */
	public static SymmetricKeys generatedByHub() {
		return new SymmetricKeys(null, null);
	}

	@Override
	public String type() {
		return TYPE;
	}

	@Override
	public @Nullable Credential credential(KeySlot slot) {
		return slot == KeySlot.PRIMARY ? primary : secondary;
	}
}
