// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.identity;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.devices.CertificateAuthority;
import iothubtools.client.devices.DeviceAuthentication;
import iothubtools.client.devices.DeviceKeys;
import iothubtools.client.devices.SelfSigned;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.devices.Thumbprints;
import iothubtools.client.errors.InvalidInputException;

/**
 * How a device or module proves who it is, with its keys or thumbprints as texts of a form.
 *
 * @param type      the wire name of the kind
 * @param primary   empty where there is none
 * @param secondary empty where there is none
 */
record KeyEdits(String type, String primary, String secondary) {

	/** As the hub has them. */
	static KeyEdits of(DeviceAuthentication authentication) {
		String type = authentication.type();
		if (authentication instanceof SymmetricKeys keys) {
			return new KeyEdits(type, text(keys.primary()), text(keys.secondary()));
		}
		return authentication instanceof SelfSigned thumbprints
				? new KeyEdits(type, text(thumbprints.primaryThumbprint()), text(thumbprints.secondaryThumbprint())) : new KeyEdits(type, "", "");
	}

	/** Those of one that proves it in another way from now on: new keys, or thumbprints that are still to be entered. */
	static KeyEdits fresh(String type) {
		return type.equals(SymmetricKeys.TYPE) ? new KeyEdits(type, DeviceKeys.generate().reveal(), DeviceKeys.generate().reveal())
				: new KeyEdits(type, "", "");
	}

	boolean hasKeys() {
		return type.equals(SymmetricKeys.TYPE);
	}

	boolean hasThumbprints() {
		return type.equals(SelfSigned.TYPE);
	}

	private static String text(@Nullable SharedAccessKey key) {
		return key == null ? "" : key.reveal();
	}

	private static String text(@Nullable String text) {
		return text == null ? "" : text;
	}

	/** Mine where I changed something of what it was, theirs elsewhere. */
	KeyEdits over(KeyEdits was, KeyEdits theirs) {
		// what belongs to another kind goes with it
		return type.equals(was.type) ? new KeyEdits(theirs.type, pick(primary, was.primary, theirs.primary), pick(secondary, was.secondary, theirs.secondary))
				: this;
	}

	/** What I entered where that is another text than it was, theirs else. */
	static String pick(String mine, String was, String theirs) {
		return mine.equals(was) ? theirs : mine;
	}

	/** Why a key or thumbprint cannot be one, as a sentence; null if all can. */
	@Nullable String problem() {
		if (hasKeys()) {
			return problem(DeviceKeys.problem(primary.strip()), Messages.Primary_problem, DeviceKeys.problem(secondary.strip()), Messages.Secondary_problem);
		}
		return !hasThumbprints() ? null
				: primary.isBlank() ? Messages.Primary_thumbprint_missing
				: problem(Thumbprints.problem(primary), Messages.Primary_thumbprint_problem, secondary.isBlank() ? null : Thumbprints.problem(secondary),
						Messages.Secondary_thumbprint_problem);
	}

	private static @Nullable String problem(@Nullable String ofFirst, String first, @Nullable String ofSecond, String second) {
		return ofFirst != null ? NLS.bind(first, ofFirst) : ofSecond != null ? NLS.bind(second, ofSecond) : null;
	}

	/**
	 * With these.
	 *
	 * @param seen what was read, for a kind that this version does not know
	 * @throws InvalidInputException for a key or thumbprint that is none
	 */
	DeviceAuthentication authentication(DeviceAuthentication seen) {
		return switch (type) {
		case SymmetricKeys.TYPE -> new SymmetricKeys(SharedAccessKey.parse(primary.strip()), SharedAccessKey.parse(secondary.strip()));
		case SelfSigned.TYPE -> SelfSigned.parse(primary, secondary.isBlank() ? null : secondary);
		case CertificateAuthority.TYPE -> new CertificateAuthority();
		default -> seen;
		};
	}

	/** Without the keys. */
	@Override
	public String toString() {
		return "KeyEdits";
	}
}
