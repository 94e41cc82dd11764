// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.messages;

import java.io.IOException;
import java.util.Optional;

import com.google.gson.JsonObject;
import com.google.gson.stream.JsonReader;

import iothubtools.client.commands.FeedbackBatch;
import iothubtools.client.commands.FeedbackRecord;
import iothubtools.client.commands.FeedbackStatus;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.internal.json.HubDates;
import iothubtools.client.internal.json.JsonFields;
import iothubtools.client.internal.json.JsonText;
import iothubtools.client.internal.query.Pages;
import iothubtools.client.internal.replies.HubReply;
import iothubtools.client.internal.replies.ReplyJson;

/** Reads feedback (contract §3.7). */
public final class FeedbackReader {

	private static final int NO_CONTENT = 204;

	private FeedbackReader() {
	}

	/** The feedback in a reply, nothing where none waits. */
	public static Optional<FeedbackBatch> read(HubReply reply) throws ProtocolException {
		if (reply.status() == NO_CONTENT) {
			ReplyJson.empty(reply);
			return Optional.empty();
		}
		return Optional.of(new FeedbackBatch(LockTokens.read(reply), Pages.rows(reply, FeedbackReader::read)));
	}

	private static FeedbackRecord read(JsonReader reader) throws IOException {
		if (!(JsonText.read(reader) instanceof JsonObject json)) {
			throw new IllegalStateException("Not a feedback record");
		}
		return new FeedbackRecord(text(json, "originalMessageId"), text(json, "deviceId"),
				text(json, "deviceGenerationId"), FeedbackStatus.of(text(json, "statusCode")), text(json, "description"),
				HubDates.parse(JsonFields.text(json, "enqueuedTimeUtc")));
	}

	private static String text(JsonObject json, String name) {
		String value = JsonFields.text(json, name);
		return value == null ? "" : value;
	}
}
