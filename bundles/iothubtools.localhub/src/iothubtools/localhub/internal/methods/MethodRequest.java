// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.methods;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import iothubtools.localhub.internal.connections.MethodCall;
import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.json.JsonMembers;

/**
 * What the service side wants a device to do (contract §3.6).
 *
 * @param call             what is handed to the device
 * @param responseTimeout  how long to wait for its answer
 * @param connectTimeout   how long to wait before that until it is connected and takes methods
 */
public record MethodRequest(MethodCall call, Duration responseTimeout, Duration connectTimeout) {

	/** The service's limit of a payload in bytes, each way. */
	static final int MAX_PAYLOAD = 128 * 1024;

	private static final int DEFAULT_RESPONSE = 30;
	private static final int SHORTEST_RESPONSE = 5;
	private static final int LONGEST = 300;
	/** It becomes a level of an MQTT topic. */
	private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}/+#?]{1,100}");

	/**
	 * Reads the body of a request, or the member cloudToDeviceMethod of a job.
	 *
	 * @throws HubError 400 for whatever breaks a rule, 413 for a payload that is too large
	 */
	public static MethodRequest parse(JsonObject body) {
		JsonMembers members = new JsonMembers(body);
		String name = members.string("methodName");
		if (name == null || !NAME.matcher(name).matches()) {
			throw HubError.argumentInvalid("methodName must be 1 to 100 characters, without / + # ? and control characters.");
		}
		int response = members.integer("responseTimeoutInSeconds", DEFAULT_RESPONSE);
		if (response < SHORTEST_RESPONSE || response > LONGEST) {
			throw HubError.argumentInvalid("responseTimeoutInSeconds must be between 5 and 300.");
		}
		int connect = members.integer("connectTimeoutInSeconds", 0);
		if (connect < 0 || connect > LONGEST) {
			throw HubError.argumentInvalid("connectTimeoutInSeconds must be between 0 and 300.");
		}
		if (connect > response) {
			throw HubError.argumentInvalid("connectTimeoutInSeconds must not be more than responseTimeoutInSeconds.");
		}
		JsonElement payload = members.element("payload");
		// without a payload a device gets an empty message (azure-iot-sdk-c#1924, azure-iot-sdk-python#761, #1081); null is one, as Azure's tests of its
		// Node SDK have it, though azure-iot-cli-extension#309 takes the two for the same: docs/localhub.md
		String text = payload == null ? "" : text(payload);
		return new MethodRequest(new MethodCall(name, text), Duration.ofSeconds(response), Duration.ofSeconds(connect));
	}

	private static String text(JsonElement payload) {
		byte[] bytes = Json.write(json -> Json.write(json, payload));
		if (bytes.length > MAX_PAYLOAD) {
			throw new HubError(ErrorCode.MESSAGE_TOO_LARGE,
					"The payload has " + bytes.length + " bytes, more than " + MAX_PAYLOAD + ".");
		}
		return new String(bytes, StandardCharsets.UTF_8);
	}
}
