// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.mqtt;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.kernel.ClientId;

/** What a client may publish, told by the topic (contract §8.1). */
sealed interface DeviceTopic {

	/**
	 * A device-to-cloud message.
	 *
	 * @param properties system properties, whose names begin with {@code $.}, and application properties, as sent
	 */
	record Telemetry(Map<String, String> properties) implements DeviceTopic {
	}

	/**
	 * The client asks for its twin.
	 *
	 * @param requestId to be repeated in the answer, encoded as it came
	 */
	record TwinRead(String requestId) implements DeviceTopic {
	}

	/**
	 * The client changes its reported properties.
	 *
	 * @param requestId to be repeated in the answer, encoded as it came
	 * @param version   the $version they must have; null for any
	 */
	record TwinReport(String requestId, @Nullable Long version) implements DeviceTopic {
	}

	/**
	 * The client answers a direct method.
	 *
	 * @param status    a number of its choice
	 * @param requestId of the call
	 */
	record MethodResult(int status, String requestId) implements DeviceTopic {
	}

	/** Status and request id of an answer to a direct method; seven digits are more than any status has. */
	Pattern METHOD_RESULT = Pattern.compile("\\$iothub/methods/res/(-?\\d{1,7})/\\?(.*)");
	/** The version of reported properties. */
	Pattern VERSION = Pattern.compile("\\d{1,18}");

	/**
	 * What a client publishes at a topic; null when it is none that this client may publish at.
	 *
	 * @throws IllegalArgumentException when the properties in it cannot be decoded
	 */
	static @Nullable DeviceTopic parse(ClientId client, String topic) {
		String events = prefix(client) + "messages/events";
		if (topic.regionMatches(true, 0, events, 0, events.length()) && topic.startsWith(prefix(client))) {
			return telemetry(topic.substring(events.length()));
		}
		if (topic.startsWith("$iothub/twin/GET/?")) {
			return read(PropertyBag.raw(topic.substring("$iothub/twin/GET/?".length())));
		}
		if (topic.startsWith("$iothub/twin/PATCH/properties/reported/?")) {
			return report(PropertyBag.raw(topic.substring("$iothub/twin/PATCH/properties/reported/?".length())));
		}
		Matcher result = METHOD_RESULT.matcher(topic);
		return result.matches() ? result(Integer.parseInt(result.group(1)), PropertyBag.raw(result.group(2))) : null;
	}

	/** What the topics of a client's own messages begin with; ids are not encoded there. */
	static String prefix(ClientId client) {
		String device = "devices/" + client.deviceId() + '/';
		return client.isModule() ? device + "modules/" + client.moduleId() + '/' : device;
	}

	private static @Nullable DeviceTopic telemetry(String rest) {
		if (!rest.isEmpty() && rest.charAt(0) != '/') {
			return null;
		}
		// some SDKs end the topic with a slash
		String bag = rest.isEmpty() ? "" : rest.substring(1, rest.length() > 1 && rest.endsWith("/") ? rest.length() - 1 : rest.length());
		return new Telemetry(PropertyBag.parse(bag));
	}

	private static @Nullable DeviceTopic read(Map<String, String> parameters) {
		String requestId = parameters.get("$rid");
		return requestId == null ? null : new TwinRead(requestId);
	}

	private static @Nullable DeviceTopic report(Map<String, String> parameters) {
		String requestId = parameters.get("$rid");
		String version = parameters.get("$version");
		if (requestId == null || version != null && !VERSION.matcher(version).matches()) {
			return null;
		}
		return new TwinReport(requestId, version == null ? null : Long.valueOf(version));
	}

	private static @Nullable DeviceTopic result(int status, Map<String, String> parameters) {
		String requestId = parameters.get("$rid");
		return requestId == null ? null : new MethodResult(status, requestId);
	}
}
