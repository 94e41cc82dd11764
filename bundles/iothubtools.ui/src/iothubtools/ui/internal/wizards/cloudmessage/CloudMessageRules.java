// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.cloudmessage;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.amqp.commands.CloudToDeviceMessage;
import iothubtools.client.messages.MessageRules;
import iothubtools.client.names.DeviceIds;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.hubs.HubRight;
import iothubtools.core.operations.SendCloudToDeviceOperation;
import iothubtools.ui.internal.forms.Finding;
import iothubtools.ui.internal.forms.Rule;
import iothubtools.ui.internal.wizards.message.BodyRules;
import iothubtools.ui.internal.wizards.message.PropertyRules;
import iothubtools.ui.internal.wizards.message.SendMessageFields;

/** The rules for messages to devices, one method each, in the order of the fields. */
final class CloudMessageRules {

	static final List<Rule<CloudMessageModel>> BODY = List.of(CloudMessageRules::hub, CloudMessageRules::rights, CloudMessageRules::devices,
			BodyRules::file, BodyRules::charset, BodyRules::contentType, BodyRules::contentEncoding, BodyRules::size, BodyRules::json);

	static final List<Rule<CloudMessageModel>> PROPERTIES = List.of(PropertyRules::messageId, PropertyRules::correlationId,
			CloudMessageRules::userId, CloudMessageRules::expiry, CloudMessageRules::rows, PropertyRules::duplicates, BodyRules::size);

	/** Of any unit: nothing lives so long in a queue, and no sum overflows. */
	private static final int MOST = 1_000_000;

	private CloudMessageRules() {
	}

	static @Nullable Finding hub(CloudMessageModel model) {
		return model.hub() == null ? Finding.missing(CloudMessageFields.HUB, Messages.Hub_missing) : null;
	}

	/** What is known already; the hub tells the rest. */
	static @Nullable Finding rights(CloudMessageModel model) {
		HubConnection hub = model.hub();
		return hub == null || IotHubCore.get().rights().missing(hub, SendCloudToDeviceOperation.NEEDS).isEmpty() ? null
				: Finding.error(CloudMessageFields.HUB, NLS.bind(Messages.Right_missing, hub.policyName(), HubRight.SERVICE_CONNECT.azureName()));
	}

	static @Nullable Finding devices(CloudMessageModel model) {
		if (model.deviceIds().isEmpty()) {
			return Finding.missing(CloudMessageFields.DEVICES, Messages.Devices_missing);
		}
		for (String id : model.deviceIds()) {
			String problem = DeviceIds.problem(id);
			if (problem != null) {
				return Finding.error(CloudMessageFields.DEVICES, NLS.bind(Messages.Device_id_problem, id, problem));
			}
		}
		return null;
	}

	static @Nullable Finding userId(CloudMessageModel model) {
		String problem = MessageRules.idProblem(model.userId());
		return problem == null ? null : Finding.error(CloudMessageFields.USER_ID, NLS.bind(Messages.User_id_problem, problem));
	}

	static @Nullable Finding expiry(CloudMessageModel model) {
		String typed = model.expiresAfter().strip();
		if (typed.isEmpty()) {
			return null;
		}
		try {
			int count = Integer.parseInt(typed);
			if (count >= 1 && count <= MOST) {
				return null;
			}
		} catch (NumberFormatException e) {
			// as for one that is too large
		}
		return Finding.error(CloudMessageFields.EXPIRES_AFTER, NLS.bind(Messages.Expiry_problem, MOST));
	}

	/** The hub takes no more than what HTTP can carry to the device. */
	static @Nullable Finding rows(CloudMessageModel model) {
		return model.properties().stream().anyMatch(property -> property.name().equalsIgnoreCase(CloudToDeviceMessage.ACK))
				? Finding.error(SendMessageFields.PROPERTIES, NLS.bind(Messages.Property_ack, CloudToDeviceMessage.ACK))
				: PropertyRules.rows(model, MessageRules::valueProblem);
	}
}
