// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.identity;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.devices.DeviceAuthentication;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceKeys;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.SelfSigned;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.core.operations.IdentityChange;

/**
 * What can be edited of an identity, as texts of a form.
 *
 * @param primary   the primary key or thumbprint; empty where there is none
 * @param secondary the secondary key or thumbprint; empty where there is none
 * @param parent    the scope of the parent; empty for none
 */
record IdentityEdits(DeviceStatus status, String reason, String primary, String secondary, String parent) {

	/** As the hub has them. */
	static IdentityEdits of(DeviceIdentity device) {
		String primary = "";
		String secondary = "";
		if (device.authentication() instanceof SymmetricKeys keys) {
			primary = text(keys.primary());
			secondary = text(keys.secondary());
		} else if (device.authentication() instanceof SelfSigned thumbprints) {
			primary = text(thumbprints.primaryThumbprint());
			secondary = text(thumbprints.secondaryThumbprint());
		}
		List<String> parents = device.parentScopes();
		return new IdentityEdits(device.status(), text(device.statusReason()), primary, secondary,
				parents.isEmpty() ? device.iotEdge() ? "" : text(device.deviceScope()) : parents.get(0));
	}

	private static String text(@Nullable SharedAccessKey key) {
		return key == null ? "" : key.reveal();
	}

	private static String text(@Nullable String text) {
		return text == null ? "" : text;
	}

	/** Mine where I changed something of what it was, theirs elsewhere. */
	IdentityEdits over(IdentityEdits was, IdentityEdits theirs) {
		return new IdentityEdits(status == was.status ? theirs.status : status, pick(reason, was.reason, theirs.reason),
				pick(primary, was.primary, theirs.primary), pick(secondary, was.secondary, theirs.secondary), pick(parent, was.parent, theirs.parent));
	}

	/** The same with other keys or thumbprints. */
	IdentityEdits withKeysOf(IdentityEdits other) {
		return new IdentityEdits(status, reason, other.primary, other.secondary, parent);
	}

	private static String pick(String mine, String was, String theirs) {
		return mine.equals(was) ? theirs : mine;
	}

	/**
	 * What to do to the identity that was read.
	 *
	 * @throws InvalidInputException for a key or thumbprint that is none
	 */
	IdentityChange changeOf(DeviceIdentity seen) {
		IdentityEdits was = of(seen);
		List<IdentityChange> changes = new ArrayList<>();
		if (status != was.status) {
			changes.add(status == DeviceStatus.ENABLED ? new IdentityChange.Enable() : new IdentityChange.Disable(null));
		}
		if (!reason.equals(was.reason) || status != was.status) {
			changes.add(new IdentityChange.StatusReason(reason));
		}
		if (!primary.equals(was.primary) || !secondary.equals(was.secondary)) {
			changes.add(new IdentityChange.Authentication(authentication(seen)));
		}
		if (!parent.equals(was.parent)) {
			changes.add(new IdentityChange.Parent(parent.isBlank() ? null : parent.strip()));
		}
		return new IdentityChange.Several(changes);
	}

	/** Why a key cannot be one, as a sentence; null if both can. */
	@Nullable String keyProblem(DeviceIdentity seen) {
		if (!(seen.authentication() instanceof SymmetricKeys)) {
			return null;
		}
		String first = DeviceKeys.problem(primary.strip());
		String second = DeviceKeys.problem(secondary.strip());
		return first != null ? NLS.bind(Messages.Primary_problem, first) : second != null ? NLS.bind(Messages.Secondary_problem, second) : null;
	}

	private DeviceAuthentication authentication(DeviceIdentity seen) {
		return seen.authentication() instanceof SelfSigned ? SelfSigned.parse(primary, secondary.isBlank() ? null : secondary)
				: new SymmetricKeys(SharedAccessKey.parse(primary.strip()), SharedAccessKey.parse(secondary.strip()));
	}

	/** Without the keys. */
	@Override
	public String toString() {
		return "IdentityEdits[" + status + "]";
	}
}
