// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.jobs;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.jobs.DeviceJob;
import iothubtools.client.jobs.Job;
import iothubtools.client.json.JsonArrayNode;
import iothubtools.client.json.JsonDocument;
import iothubtools.client.json.JsonMember;
import iothubtools.client.json.JsonNode;
import iothubtools.client.json.JsonObjectNode;
import iothubtools.client.json.JsonScalar;
import iothubtools.client.json.JsonWriter;

/** What jobs do and what came of them, as JSON tells it (contract §3.9, §3.3). Numbers are as the hub or the device wrote them. */
public final class JobContent {

	private static final String PAYLOAD = "payload";
	private static final int BYTE = 255;

	private JobContent() {
	}

	/**
	 * What a job does: the members of its method, or tags and desired properties, each on one line. The payload of a method, of which the
	 * service gives the bytes, is read as what was sent.
	 */
	public static Map<String, String> of(Job job) {
		Map<String, String> content = new LinkedHashMap<>();
		if (JsonDocument.read(job.json()).root() instanceof JsonObjectNode root) {
			for (String name : new String[] { "cloudToDeviceMethod", "updateTwin" }) {
				if (root.value(name) instanceof JsonObjectNode work) {
					work.members().forEach(member -> add(content, member));
				}
			}
		}
		return content;
	}

	private static void add(Map<String, String> content, JsonMember member) {
		if (member.name().equals("properties") && member.value() instanceof JsonObjectNode properties) {
			properties.members().forEach(part -> content.put("properties." + part.name(), text(part.value())));
		} else if (!member.name().equals("etag")) {
			String bytes = member.name().equals(PAYLOAD) && member.value() instanceof JsonArrayNode array ? json(array) : null;
			content.put(member.name(), bytes == null ? text(member.value()) : bytes);
		}
	}

	/** The JSON whose bytes these are; null where they are none. */
	private static @Nullable String json(JsonArrayNode array) {
		byte[] bytes = new byte[array.items().size()];
		for (int i = 0; i < bytes.length; i++) {
			Integer number = array.items().get(i) instanceof JsonScalar scalar ? number(scalar) : null;
			if (number == null) {
				return null;
			}
			bytes[i] = number.byteValue();
		}
		String text = new String(bytes, StandardCharsets.UTF_8);
		JsonDocument read = JsonDocument.read(text);
		return read.root() != null && read.problems().isEmpty() ? text : null;
	}

	private static @Nullable Integer number(JsonScalar scalar) {
		try {
			int number = Integer.parseInt(scalar.text());
			return scalar.type() == JsonScalar.Type.NUMBER && number >= 0 && number <= BYTE ? number : null;
		} catch (NumberFormatException e) {
			return null;
		}
	}

	private static String text(JsonNode value) {
		return value instanceof JsonScalar scalar && scalar.type() == JsonScalar.Type.STRING ? scalar.text() : JsonWriter.compact(value);
	}

	/** What a job came to at a device, on one line: the answer of a method, or the error; empty where there is neither. */
	public static String outcome(DeviceJob device) {
		String error = device.error();
		String outcome = device.outcome();
		if (error != null && JsonDocument.read(error).root() instanceof JsonObjectNode object) {
			JsonNode code = object.value("code");
			JsonNode description = object.value("description");
			String said = (code == null ? "" : text(code)) + (code == null || description == null ? "" : ": ") + (description == null ? "" : text(description));
			return said.isEmpty() ? error : said;
		}
		if (outcome != null && JsonDocument.read(outcome).root() instanceof JsonObjectNode object
				&& object.value("deviceMethodResponse") instanceof JsonObjectNode answer) {
			JsonNode status = answer.value("status");
			JsonNode payload = answer.value(PAYLOAD);
			return ((status == null ? "" : text(status)) + ' ' + (payload == null ? "" : JsonWriter.compact(payload))).strip();
		}
		return error != null ? error : outcome == null ? "" : outcome;
	}
}
