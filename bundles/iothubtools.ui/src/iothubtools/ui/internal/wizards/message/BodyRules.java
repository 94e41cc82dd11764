// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.messages.DeviceMessage;
import iothubtools.client.messages.MessageRules;
import iothubtools.client.names.DeviceIds;
import iothubtools.ui.internal.forms.Finding;
import iothubtools.ui.internal.forms.Rule;

/** The rules for the receiver and the body of a message, one method each, in the order of the fields. */
final class BodyRules {

	static final List<Rule<SendMessageModel>> ALL = List.of(BodyRules::hub, BodyRules::deviceId, BodyRules::file,
			BodyRules::charset, BodyRules::contentType, BodyRules::contentEncoding, BodyRules::size, BodyRules::json);

	private BodyRules() {
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

	static @Nullable Finding file(SendMessageModel model) {
		if (model.source() != BodySource.FILE) {
			return null;
		}
		if (model.file().isBlank()) {
			return Finding.missing(SendMessageFields.FILE, Messages.File_missing);
		}
		return model.fileReadable() ? null : Finding.error(SendMessageFields.FILE, Messages.File_unreadable);
	}

	static @Nullable Finding charset(SendMessageModel model) {
		String character = model.source() == BodySource.TEXT ? model.bodyText().unmappable() : null;
		return character == null ? null
				: Finding.error(SendMessageFields.BODY,
						NLS.bind(Messages.Body_unmappable, character, model.contentEncoding()));
	}

	static @Nullable Finding contentType(SendMessageModel model) {
		return header(SendMessageFields.CONTENT_TYPE, model.contentType().strip(), Messages.Content_type_problem);
	}

	static @Nullable Finding contentEncoding(SendMessageModel model) {
		return header(SendMessageFields.CONTENT_ENCODING, model.contentEncoding().strip(),
				Messages.Content_encoding_problem);
	}

	private static @Nullable Finding header(String field, String value, String template) {
		String problem = MessageRules.contentProblem(value);
		return problem == null ? null : Finding.error(field, NLS.bind(template, problem));
	}

	static @Nullable Finding size(SendMessageModel model) {
		long size = model.size();
		return size <= DeviceMessage.MAX_SIZE ? null
				: Finding.error(SendMessageFields.BODY, NLS.bind(Messages.Too_large, MessageSize.bytes(size),
						MessageSize.bytes(DeviceMessage.MAX_SIZE)));
	}

	static @Nullable Finding json(SendMessageModel model) {
		if (!JsonBody.isJson(model.contentType())) {
			return null;
		}
		if (model.source() == BodySource.FILE) {
			String problem = model.fileJsonProblem();
			return problem == null ? null : Finding.warning(SendMessageFields.FILE, problem);
		}
		String problem = model.text().isEmpty() ? null : JsonBody.problem(model.text());
		return problem == null ? null : Finding.warning(SendMessageFields.BODY, problem);
	}
}
