// SPDX-License-Identifier: EPL-2.0
package iothubtools.client;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.internal.calls.HubAccess;
import iothubtools.client.internal.calls.HubPaths;
import iothubtools.client.internal.json.JsonFields;
import iothubtools.client.internal.json.JsonText;
import iothubtools.client.internal.replies.HubReply;
import iothubtools.client.internal.replies.ReplyJson;
import iothubtools.client.methods.DirectMethod;
import iothubtools.client.methods.MethodResult;
import iothubtools.client.names.ClientId;

/**
 * Invokes direct methods of devices and modules that are connected (contract §3.6). Needs ServiceConnect. Safe for use by
 * several threads.
 */
public final class DirectMethods {

	/** How much longer than the device's time the hub's answer may be on its way. */
	private static final Duration MARGIN = Duration.ofSeconds(15);

	/** The hub hands a device's answer on as it came, so that one which is no JSON makes a reply that is none. */
	private static final Pattern RESULT = Pattern.compile("\\{\"status\":(-?\\d{1,9}),\"payload\":(.*)\\}", Pattern.DOTALL);

	private final HubAccess hub;

	DirectMethods(HubAccess hub) {
		this.hub = hub;
	}

	/**
	 * Invokes a method once, whatever comes of it: where the call ends unclear the device may have run it. Fails with
	 * {@link HubErrorCode#DEVICE_NOT_ONLINE} if the device is not connected in time or does not take methods, with
	 * {@link HubErrorCode#GATEWAY_TIMEOUT} if it does not answer in time, with
	 * {@link HubErrorCode#DEVICE_MAXIMUM_INFLIGHT_METHOD_EXCEEDED} if too many are under way. Cancelling does not reach the
	 * device.
	 */
	public HubCall<MethodResult> invoke(ClientId id, DirectMethod method) {
		return HubCall.of(() -> hub.send(hub.request("POST", HubPaths.twin(id) + "/methods").withJson(method.toJson()) //
				.once().patience(method.connectTimeout().plus(method.responseTimeout()).plus(MARGIN)),
				DirectMethods::read));
	}

	private static MethodResult read(HubReply reply) throws ProtocolException {
		String text = reply.text().strip();
		Matcher whole = RESULT.matcher(text);
		if (whole.matches() && !JsonText.isJson(text)) {
			return new MethodResult(Integer.parseInt(whole.group(1)), whole.group(2));
		}
		JsonObject json = ReplyJson.object(reply);
		if (!JsonFields.hasNumber(json, "status")) {
			throw ReplyJson.unexpected(reply, "the result of a direct method", null);
		}
		JsonElement payload = json.get("payload");
		return new MethodResult((int) JsonFields.number(json, "status"),
				payload == null ? "null" : JsonText.compact(payload));
	}
}
