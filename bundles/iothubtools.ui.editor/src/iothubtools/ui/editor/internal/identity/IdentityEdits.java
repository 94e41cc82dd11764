// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.identity;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.core.operations.IdentityChange;

/**
 * What can be edited of the identity of a device, as texts of a form.
 *
 * @param edge   whether it is an IoT Edge device
 * @param parent the scope of the parent, or its device ID where somebody typed that; empty for none
 */
record IdentityEdits(DeviceStatus status, String reason, KeyEdits keys, boolean edge, String parent) implements Edits<@NonNull IdentityEdits> {

	/** As the hub has them. */
	static IdentityEdits of(DeviceIdentity device) {
		List<String> parents = device.parentScopes();
		return new IdentityEdits(device.status(), text(device.statusReason()), KeyEdits.of(device.authentication()), device.iotEdge(),
				parents.isEmpty() ? device.iotEdge() ? "" : text(device.deviceScope()) : parents.get(0));
	}

	private static String text(@Nullable String text) {
		return text == null ? "" : text;
	}

	@Override
	public IdentityEdits over(IdentityEdits was, IdentityEdits theirs) {
		return new IdentityEdits(status == was.status ? theirs.status : status, KeyEdits.pick(reason, was.reason, theirs.reason),
				keys.over(was.keys, theirs.keys), edge == was.edge ? theirs.edge : edge, KeyEdits.pick(parent, was.parent, theirs.parent));
	}

	@Override
	public boolean destroys(IdentityEdits was) {
		return !keys.equals(was.keys) || was.edge && !edge || status == DeviceStatus.DISABLED && was.status != DeviceStatus.DISABLED;
	}

	@Override
	public IdentityEdits withKeys(KeyEdits other) {
		return new IdentityEdits(status, reason, other, edge, parent);
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
		if (!keys.equals(was.keys)) {
			changes.add(new IdentityChange.Authentication(keys.authentication(seen.authentication())));
		}
		if (edge != was.edge) {
			changes.add(new IdentityChange.Edge(edge));
		}
		if (!parent.equals(was.parent)) {
			changes.add(new IdentityChange.Parent(parent.isBlank() ? null : parent.strip()));
		}
		return new IdentityChange.Several(changes);
	}
}
