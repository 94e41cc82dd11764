// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.messages.MessageRules;
import iothubtools.ui.internal.forms.Finding;

/** The rules for the body of a message, one method each. */
public final class BodyRules {

	private BodyRules() {
	}

	/** Whether the file of the body can be read. */
	public static @Nullable Finding file(MessageModel model) {
		if (model.source() != BodySource.FILE) {
			return null;
		}
		if (model.file().isBlank()) {
			return Finding.missing(SendMessageFields.FILE, Messages.File_missing);
		}
		return model.fileReadable() ? null : Finding.error(SendMessageFields.FILE, Messages.File_unreadable);
	}

	/** Whether the content encoding has all characters of the body. */
	public static @Nullable Finding charset(MessageModel model) {
		String character = model.source() == BodySource.TEXT ? model.bodyText().unmappable() : null;
		return character == null ? null
				: Finding.error(SendMessageFields.BODY,
						NLS.bind(Messages.Body_unmappable, character, model.contentEncoding()));
	}

	/** Whether the content type can be sent, and is one. */
	public static @Nullable Finding contentType(MessageModel model) {
		String type = model.contentType().strip();
		Finding impossible = header(SendMessageFields.CONTENT_TYPE, type, Messages.Content_type_problem);
		return impossible != null || type.isEmpty() || MessageRules.isMediaType(type) ? impossible
				: Finding.warning(SendMessageFields.CONTENT_TYPE, Messages.Content_type_none);
	}

	/** Whether the content encoding can be sent. */
	public static @Nullable Finding contentEncoding(MessageModel model) {
		return header(SendMessageFields.CONTENT_ENCODING, model.contentEncoding().strip(),
				Messages.Content_encoding_problem);
	}

	private static @Nullable Finding header(String field, String value, String template) {
		String problem = MessageRules.contentProblem(value);
		return problem == null ? null : Finding.error(field, NLS.bind(template, problem));
	}

	/** Whether the hub takes a message so large. */
	public static @Nullable Finding size(MessageModel model) {
		long size = model.size();
		return size <= model.maxSize() ? null
				: Finding.error(SendMessageFields.BODY, NLS.bind(Messages.Too_large, MessageSize.bytes(size),
						MessageSize.bytes(model.maxSize())));
	}

	/** Whether the body is JSON when it is said to be. */
	public static @Nullable Finding json(MessageModel model) {
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
