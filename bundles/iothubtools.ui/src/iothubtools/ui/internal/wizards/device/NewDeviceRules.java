// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.device;

import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.devices.DeviceIdentityBuilder;
import iothubtools.client.devices.DeviceKeys;
import iothubtools.client.names.DeviceIdPattern;
import iothubtools.client.names.DeviceIds;
import iothubtools.client.twins.text.TwinPart;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.forms.Finding;
import iothubtools.ui.internal.forms.Rule;
import iothubtools.ui.internal.model.MissingRights;
import iothubtools.ui.internal.problems.TwinFindings;
import iothubtools.ui.internal.text.Numbers;

/** The rules for a new device, one method each, in the order of the fields. */
final class NewDeviceRules {

	static final List<Rule<NewDeviceModel>> ALL = List.of(NewDeviceRules::hub, NewDeviceRules::deviceId,
			NewDeviceRules::numbers, NewDeviceRules::primaryKey, NewDeviceRules::secondaryKey, NewDeviceRules::primaryThumbprint,
			NewDeviceRules::secondaryThumbprint, NewDeviceRules::statusReason);

	/** The rules of the page with tags and desired properties. */
	static final List<Rule<NewDeviceModel>> TWIN = List.of(NewDeviceRules::tags, NewDeviceRules::desired);

	private NewDeviceRules() {
	}

	static @Nullable Finding hub(NewDeviceModel model) {
		HubConnection hub = model.hub();
		if (hub == null) {
			return Finding.missing(NewDeviceFields.HUB, Messages.Hub_missing);
		}
		String missing = MissingRights.inWords(hub);
		// no error: the right may be there by now
		return missing.isEmpty() ? null : Finding.warning(NewDeviceFields.HUB, NLS.bind(Messages.Hub_mayNot, hub.name(), missing));
	}

	static @Nullable Finding deviceId(NewDeviceModel model) {
		String id = model.deviceId();
		if (id.isEmpty()) {
			return Finding.missing(NewDeviceFields.DEVICE_ID, Messages.Device_id_missing);
		}
		if (model.many()) {
			return pattern(model);
		}
		String problem = DeviceIds.problem(id);
		if (problem != null) {
			return idProblem(problem);
		}
		if (!model.known(Set.of(id)).isEmpty()) {
			// no error: somebody else may have deleted it since the list was read
			return Finding.warning(NewDeviceFields.DEVICE_ID, NLS.bind(Messages.Device_id_known, id));
		}
		return idWarning(id);
	}

	private static Finding idProblem(String problem) {
		return Finding.error(NewDeviceFields.DEVICE_ID, NLS.bind(Messages.Device_id_problem, problem));
	}

	private static @Nullable Finding idWarning(String id) {
		String warning = DeviceIds.warning(id);
		return warning == null ? null
				: Finding.warning(NewDeviceFields.DEVICE_ID, NLS.bind(Messages.Device_id_problem, warning));
	}

	private static @Nullable Finding pattern(NewDeviceModel model) {
		String problem = DeviceIdPattern.problem(model.deviceId());
		if (problem != null) {
			return idProblem(problem);
		}
		List<String> ids = model.ids();
		// of all ids the last is the longest, and they differ in nothing but digits
		String longest = ids.isEmpty() ? new DeviceIdPattern(model.deviceId()).id(0) : ids.get(ids.size() - 1);
		String idProblem = DeviceIds.problem(longest);
		if (idProblem != null) {
			return idProblem(idProblem);
		}
		Set<String> known = model.known(Set.copyOf(ids));
		if (!known.isEmpty()) {
			String first = ids.stream().filter(known::contains).findFirst().orElse("");
			return Finding.warning(NewDeviceFields.DEVICE_ID,
					known.size() == 1 ? NLS.bind(Messages.Device_id_known, first) : NLS.bind(Messages.Device_ids_known, known.size(), first));
		}
		return idWarning(longest);
	}

	static @Nullable Finding numbers(NewDeviceModel model) {
		IdNumbers numbers = model.numbers();
		if (!model.many() || numbers.valid()) {
			return null;
		}
		if (!IdNumbers.isNumber(numbers.from())) {
			return number(NewDeviceFields.FROM, numbers.from(), Messages.From_missing, Messages.From_problem);
		}
		if (!IdNumbers.isNumber(numbers.to())) {
			return number(NewDeviceFields.TO, numbers.to(), Messages.To_missing, Messages.To_problem);
		}
		return Finding.error(NewDeviceFields.TO, numbers.count() <= 0 ? NLS.bind(Messages.To_too_small, numbers.from())
				: NLS.bind(Messages.Too_many, Numbers.of(numbers.count()), Numbers.of(IdNumbers.MAX_DEVICES)));
	}

	private static Finding number(String field, String text, String missing, String problem) {
		return text.isEmpty() ? Finding.missing(field, missing) : Finding.error(field, problem);
	}

	static @Nullable Finding tags(NewDeviceModel model) {
		return TwinFindings.first(NewDeviceFields.TAGS, TwinPart.TAGS, model.tags(), Messages.Tags_problem);
	}

	static @Nullable Finding desired(NewDeviceModel model) {
		return TwinFindings.first(NewDeviceFields.DESIRED, TwinPart.DESIRED, model.desired(), Messages.Desired_problem);
	}

	static @Nullable Finding primaryKey(NewDeviceModel model) {
		if (!model.ownKeys()) {
			return null;
		}
		Finding finding = key(NewDeviceFields.PRIMARY_KEY, model.primaryKey(), Messages.Primary_key_missing, Messages.Primary_key_problem);
		return finding == null && model.many() ? Finding.warning(NewDeviceFields.PRIMARY_KEY, Messages.Same_keys) : finding;
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
		if (model.authentication() != AuthenticationChoice.SELF_SIGNED) {
			return null;
		}
		Finding finding = model.thumbprints().primaryFinding();
		return finding == null && model.many() ? Finding.warning(NewDeviceFields.PRIMARY_THUMBPRINT, Messages.Same_certificate) : finding;
	}

	static @Nullable Finding secondaryThumbprint(NewDeviceModel model) {
		return model.authentication() == AuthenticationChoice.SELF_SIGNED ? model.thumbprints().secondaryFinding() : null;
	}

	static @Nullable Finding statusReason(NewDeviceModel model) {
		int length = model.statusReason().length();
		return model.enabled() || length <= DeviceIdentityBuilder.MAX_STATUS_REASON ? null
				: Finding.error(NewDeviceFields.STATUS_REASON, NLS.bind(Messages.Status_reason_too_long, length,
						DeviceIdentityBuilder.MAX_STATUS_REASON));
	}
}
