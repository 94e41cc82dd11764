// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.identity;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.devices.DeviceAuthentication;
import iothubtools.client.devices.DeviceKeys;
import iothubtools.client.devices.SelfSigned;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.errors.InvalidInputException;

/**
 * The keys or thumbprints of a device or module, as texts of a form.
 *
 * @param primary   empty where there is none
 * @param secondary empty where there is none
 */
record KeyEdits(String primary, String secondary) {

	/** As the hub has them. */
	static KeyEdits of(DeviceAuthentication authentication) {
		if (authentication instanceof SymmetricKeys keys) {
			return new KeyEdits(text(keys.primary()), text(keys.secondary()));
		}
		return authentication instanceof SelfSigned thumbprints
				? new KeyEdits(text(thumbprints.primaryThumbprint()), text(thumbprints.secondaryThumbprint())) : new KeyEdits("", "");
	}

	private static String text(@Nullable SharedAccessKey key) {
		return key == null ? "" : key.reveal();
	}

	private static String text(@Nullable String text) {
		return text == null ? "" : text;
	}

	/** Mine where I changed something of what it was, theirs elsewhere. */
	KeyEdits over(KeyEdits was, KeyEdits theirs) {
		return new KeyEdits(pick(primary, was.primary, theirs.primary), pick(secondary, was.secondary, theirs.secondary));
	}

	/** What I entered where that is another text than it was, theirs else. */
	static String pick(String mine, String was, String theirs) {
		return mine.equals(was) ? theirs : mine;
	}

	/** Why a key cannot be one, as a sentence; null if both can, and for what has none. */
	@Nullable String problem(DeviceAuthentication seen) {
		if (!(seen instanceof SymmetricKeys)) {
			return null;
		}
		String first = DeviceKeys.problem(primary.strip());
		String second = DeviceKeys.problem(secondary.strip());
		return first != null ? NLS.bind(Messages.Primary_problem, first) : second != null ? NLS.bind(Messages.Secondary_problem, second) : null;
	}

	/**
	 * With these, of the kind that was read.
	 *
	 * @throws InvalidInputException for a key or thumbprint that is none
	 */
	DeviceAuthentication authentication(DeviceAuthentication seen) {
		return seen instanceof SelfSigned ? SelfSigned.parse(primary, secondary.isBlank() ? null : secondary)
				: new SymmetricKeys(SharedAccessKey.parse(primary.strip()), SharedAccessKey.parse(secondary.strip()));
	}

	/** Without the keys. */
	@Override
	public String toString() {
		return "KeyEdits";
	}
}
