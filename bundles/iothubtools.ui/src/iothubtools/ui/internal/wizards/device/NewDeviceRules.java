// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.device;

import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.devices.DeviceIdentityBuilder;
import iothubtools.client.devices.DeviceKeys;
import iothubtools.client.devices.Thumbprints;
import iothubtools.client.names.DeviceIds;
import iothubtools.ui.internal.forms.Finding;
import iothubtools.ui.internal.forms.Rule;

/** The rules for a new device, one method each, in the order of the fields. */
final class NewDeviceRules {

	static final List<Rule<NewDeviceModel>> ALL = List.of(NewDeviceRules::hub, NewDeviceRules::deviceId,
			NewDeviceRules::primaryKey, NewDeviceRules::secondaryKey, NewDeviceRules::primaryThumbprint,
			NewDeviceRules::secondaryThumbprint, NewDeviceRules::statusReason);

	private NewDeviceRules() {
	}

	static @Nullable Finding hub(NewDeviceModel model) {
		return model.hub() == null ? Finding.missing(NewDeviceFields.HUB, Messages.Hub_missing) : null;
	}

	static @Nullable Finding deviceId(NewDeviceModel model) {
		String id = model.deviceId();
		if (id.isEmpty()) {
			return Finding.missing(NewDeviceFields.DEVICE_ID, Messages.Device_id_missing);
		}
		String problem = DeviceIds.problem(id);
		if (problem != null) {
			return Finding.error(NewDeviceFields.DEVICE_ID, NLS.bind(Messages.Device_id_problem, problem));
		}
		if (!model.known(Set.of(id)).isEmpty()) {
			// no error: somebody else may have deleted it since the list was read
			return Finding.warning(NewDeviceFields.DEVICE_ID, NLS.bind(Messages.Device_id_known, id));
		}
		String warning = DeviceIds.warning(id);
		return warning == null ? null
				: Finding.warning(NewDeviceFields.DEVICE_ID, NLS.bind(Messages.Device_id_problem, warning));
	}

	static @Nullable Finding primaryKey(NewDeviceModel model) {
		return model.ownKeys() ? key(NewDeviceFields.PRIMARY_KEY, model.primaryKey(), Messages.Primary_key_missing,
				Messages.Primary_key_problem) : null;
	}

	static @Nullable Finding secondaryKey(NewDeviceModel model) {
		return model.ownKeys() ? key(NewDeviceFields.SECONDARY_KEY, model.secondaryKey(),
				Messages.Secondary_key_missing, Messages.Secondary_key_problem) : null;
	}

	private static @Nullable Finding key(String field, String base64, String missing, String template) {
		if (base64.isEmpty()) {
			return Finding.missing(field, missing);
		}
		String problem = DeviceKeys.problem(base64);
		return problem == null ? null : Finding.error(field, NLS.bind(template, problem));
	}

	static @Nullable Finding primaryThumbprint(NewDeviceModel model) {
		return thumbprint(model, NewDeviceFields.PRIMARY_THUMBPRINT, model.primaryThumbprint(), Messages.Primary_thumbprint_missing,
				Messages.Primary_thumbprint_problem);
	}

	static @Nullable Finding secondaryThumbprint(NewDeviceModel model) {
		return thumbprint(model, NewDeviceFields.SECONDARY_THUMBPRINT, model.secondaryThumbprint(), null,
				Messages.Secondary_thumbprint_problem);
	}

	/** @param missing what to say of an empty field, null where it may be */
	private static @Nullable Finding thumbprint(NewDeviceModel model, String field, ThumbprintModel thumbprint, @Nullable String missing,
			String template) {
		if (model.authentication() != AuthenticationChoice.SELF_SIGNED) {
			return null;
		}
		String problem = Thumbprints.problem(thumbprint.text());
		if (!thumbprint.text().isBlank() && problem != null) {
			return Finding.error(field, NLS.bind(template, problem));
		}
		if (!thumbprint.fileProblem().isEmpty()) {
			// what is in the field is still good, or need not be there
			return problem == null || missing == null ? Finding.warning(field, NLS.bind(template, thumbprint.fileProblem()))
					: Finding.error(field, NLS.bind(template, thumbprint.fileProblem()));
		}
		return problem == null || missing == null ? null : Finding.missing(field, missing);
	}

	static @Nullable Finding statusReason(NewDeviceModel model) {
		int length = model.statusReason().length();
		return model.enabled() || length <= DeviceIdentityBuilder.MAX_STATUS_REASON ? null
				: Finding.error(NewDeviceFields.STATUS_REASON, NLS.bind(Messages.Status_reason_too_long, length,
						DeviceIdentityBuilder.MAX_STATUS_REASON));
	}
}
