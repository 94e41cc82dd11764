// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.operation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.stream.JsonWriter;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;

/** Makes the replies of errors: the three body shapes, the tracking id and the header iothub-errorcode (contract §5.1). */
public final class ErrorReplies {

	private static final DateTimeFormatter TRACKING_TIME = utc("MM/dd/yyyy HH:mm:ss");
	private static final DateTimeFormatter TIMESTAMP = utc("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'");

	private static final int TOO_MANY_REQUESTS = 429;

	private final Clock clock;

	/** With the clock of the time stamps. */
	public ErrorReplies(Clock clock) {
		this.clock = clock;
	}

	private static DateTimeFormatter utc(String pattern) {
		return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
	}

	/** The reply of an error to the request with this id. */
	public HubReply reply(HubError error, String requestId) {
		Instant now = clock.instant();
		String tracking = tracking(requestId, now);
		byte[] body = switch (error.shape()) {
		case GATEWAY -> gateway(error.code().wireName(), error.getMessage(), tracking);
		case NESTED -> message(new String(plain(error, tracking, now), StandardCharsets.UTF_8), "");
		case PLAIN -> plain(error, tracking, now);
		};
		HubReply reply = HubReply.json(error.code().status(), body).with("iothub-errorcode", error.code().wireName());
		// what the service does, and no Retry-After (contract §5.1)
		return error.code().status() == TOO_MANY_REQUESTS ? reply.with("Connection", "close") : reply;
	}

	/** The reply of an error that this hub has no code for. */
	public HubReply reply(int status, String name, String text, String requestId) {
		return HubReply.json(status, gateway(name, text, tracking(requestId, clock.instant()))).with("iothub-errorcode",
				name);
	}

	private static String tracking(String requestId, Instant now) {
		return requestId.replace("-", "") + "-G:0-TimeStamp:" + TRACKING_TIME.format(now);
	}

	private static byte[] gateway(String name, @Nullable String text, String tracking) {
		return message("ErrorCode:" + name + ";" + text, "Tracking ID:" + tracking);
	}

	private static byte[] message(String message, String exceptionMessage) {
		return Json.write(json -> json.beginObject().name("Message").value(message).name("ExceptionMessage")
				.value(exceptionMessage).endObject());
	}

	private static byte[] plain(HubError error, String tracking, Instant now) {
		return Json.write(json -> {
			json.beginObject();
			json.name("errorCode").value(error.code().number());
			json.name("trackingId").value(tracking);
			json.name("message").value(error.getMessage());
			json.name("info");
			writeInfo(json, error.info());
			json.name("timestampUtc").value(TIMESTAMP.format(now));
			json.endObject();
		});
	}

	private static void writeInfo(JsonWriter json, Map<String, String> info) throws IOException {
		if (info.isEmpty()) {
			json.nullValue();
			return;
		}
		json.beginObject();
		for (Map.Entry<String, String> entry : info.entrySet()) {
			json.name(entry.getKey()).value(entry.getValue());
		}
		json.endObject();
	}
}
