// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.operation;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.exchange.Json;

/** Makes the replies of errors: body shape A, the tracking id and the header iothub-errorcode (contract §5.1). */
public final class ErrorReplies {

	private static final DateTimeFormatter TRACKING_TIME = DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss", Locale.ROOT)
			.withZone(ZoneOffset.UTC);

	private final Clock clock;

	/** With the clock of the tracking ids' time stamps. */
	public ErrorReplies(Clock clock) {
		this.clock = clock;
	}

	/** The reply of an error to the request with this id. */
	public HubReply reply(HubError error, String requestId) {
		String name = error.code().wireName();
		String tracking = "Tracking ID:" + requestId.replace("-", "") + "-G:0-TimeStamp:"
				+ TRACKING_TIME.format(clock.instant());
		byte[] body = Json.write(json -> {
			json.beginObject();
			json.name("Message").value("ErrorCode:" + name + ";" + error.getMessage());
			json.name("ExceptionMessage").value(tracking);
			json.endObject();
		});
		return HubReply.json(error.code().status(), body).with("iothub-errorcode", name);
	}
}
