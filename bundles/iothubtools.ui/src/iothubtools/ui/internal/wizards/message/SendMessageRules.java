// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.messages.MessageRules;
import iothubtools.client.names.DeviceIds;
import iothubtools.ui.internal.forms.Finding;
import iothubtools.ui.internal.forms.Rule;

/** The rules for a message of a device, one method each, in the order of the fields. */
final class SendMessageRules {

	static final List<Rule<SendMessageModel>> BODY = List.of(SendMessageRules::hub, SendMessageRules::deviceId, BodyRules::file,
			BodyRules::charset, BodyRules::contentType, BodyRules::contentEncoding, BodyRules::size, BodyRules::json);

	static final List<Rule<SendMessageModel>> PROPERTIES = List.of(PropertyRules::messageId, PropertyRules::correlationId,
			SendMessageRules::rows, PropertyRules::duplicates, BodyRules::size);

	private SendMessageRules() {
	}

	static @Nullable Finding hub(SendMessageModel model) {
		return model.hub() == null ? Finding.missing(SendMessageFields.HUB, Messages.Hub_missing) : null;
	}

	static @Nullable Finding deviceId(SendMessageModel model) {
		if (model.deviceId().isEmpty()) {
			return Finding.missing(SendMessageFields.DEVICE_ID, Messages.Device_id_missing);
		}
		String problem = DeviceIds.problem(model.deviceId());
		return problem == null ? null
				: Finding.error(SendMessageFields.DEVICE_ID, NLS.bind(Messages.Device_id_problem, problem));
	}

	/** They travel as headers of HTTP. */
	static @Nullable Finding rows(SendMessageModel model) {
		return PropertyRules.rows(model, MessageRules::valueProblem);
	}
}
