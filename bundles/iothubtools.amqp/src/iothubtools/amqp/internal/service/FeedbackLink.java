// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.service;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.Released;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.codec.DecodeException;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Receiver;
import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import iothubtools.amqp.commands.FeedbackListener;
import iothubtools.amqp.internal.AmqpConnection;
import iothubtools.amqp.internal.AmqpLink;
import iothubtools.amqp.internal.AmqpMessages;
import iothubtools.client.commands.FeedbackRecord;
import iothubtools.client.commands.FeedbackStatus;
import iothubtools.client.errors.HubException;

/** Feedback for one listener, over as many links as it takes. On the loop's thread only. */
final class FeedbackLink implements AmqpLink {

	private static final String ADDRESS = "/messages/serviceBound/feedback";
	private static final int CREDIT = 10;

	private final FeedbackListener listener;
	private final AmqpSession session;
	private @Nullable Receiver receiver;
	private boolean closed;

	FeedbackLink(AmqpSession session, FeedbackListener listener) {
		this.session = session;
		this.listener = listener;
	}

	void work(AmqpConnection connection) {
		if (receiver == null && !closed) {
			Receiver opening = connection.receiver(ADDRESS, this);
			opening.flow(CREDIT);
			receiver = opening;
		}
	}

	@Override
	public void opened() {
		session.works();
	}

	@Override
	public void delivery(Delivery delivery) {
		Receiver open = receiver;
		if (open == null || delivery.isPartial() || delivery.isSettled()) {
			return;
		}
		delivery.disposition(take(open, delivery.pending()));
		delivery.settle();
		if (!closed) {
			open.flow(1);
		}
	}

	private DeliveryState take(Receiver open, int length) {
		List<FeedbackRecord> records = List.of();
		try {
			records = AmqpMessages.read(open, length).getBody() instanceof Data data ? records(data.getValue()) : records;
		} catch (DecodeException | IllegalArgumentException | JsonParseException | IllegalStateException | UnsupportedOperationException e) {
			// one that cannot be read now cannot be read later
			return Accepted.getInstance();
		}
		try {
			if (!records.isEmpty()) {
				listener.feedback(records);
			}
			return Accepted.getInstance();
		} catch (RuntimeException | Error e) {
			return Released.getInstance();
		}
	}

	private static List<FeedbackRecord> records(Binary body) {
		List<FeedbackRecord> records = new ArrayList<>();
		String text = new String(body.getArray(), body.getArrayOffset(), body.getLength(), StandardCharsets.UTF_8);
		for (JsonElement element : JsonParser.parseString(text).getAsJsonArray()) {
			JsonObject record = element.getAsJsonObject();
			records.add(new FeedbackRecord(text(record, "originalMessageId"), text(record, "deviceId"), text(record, "deviceGenerationId"),
					FeedbackStatus.of(text(record, "statusCode")), text(record, "description"), time(text(record, "enqueuedTimeUtc"))));
		}
		return records;
	}

	private static String text(JsonObject record, String name) {
		JsonElement value = record.get(name);
		return value == null || value.isJsonNull() ? "" : value.getAsString();
	}

	private static @Nullable Instant time(String text) {
		try {
			return Instant.parse(text);
		} catch (DateTimeParseException e) {
			return null;
		}
	}

	@Override
	public void ended(HubException why) {
		receiver = null;
		if (!closed) {
			session.feedbackEnded(this, why);
		}
	}

	void fail(HubException why) {
		if (!closed) {
			closed = true;
			listener.failed(why);
		}
	}

	void close() {
		closed = true;
		Receiver open = receiver;
		if (open != null) {
			open.close();
			receiver = null;
		}
	}
}
