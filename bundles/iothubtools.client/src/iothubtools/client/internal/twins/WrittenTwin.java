// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.twins;

import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.json.JsonDocument;
import iothubtools.client.json.JsonNode;
import iothubtools.client.json.JsonObjectNode;
import iothubtools.client.json.JsonScalar;
import iothubtools.client.twins.Twin;
import iothubtools.client.twins.TwinContent;
import iothubtools.client.twins.TwinPatch;

/** Tells whether a twin is as a request was to make it whose reply got lost (contract §9.14). */
final class WrittenTwin {

	private WrittenTwin() {
	}

	/** Whether nothing is left to do for {@code patch}. */
	static boolean has(Twin twin, TwinPatch patch) {
		return merged(twin.tags(), patch.tags()) && merged(twin.desired().json(), patch.desired());
	}

	/** Whether {@code twin} is just what {@code content} says. */
	static boolean is(Twin twin, TwinContent content) {
		return same(twin.tags(), content.tags()) && same(twin.desired().json(), content.desired());
	}

	private static boolean same(String existing, String content) {
		JsonNode there = node(existing);
		JsonNode wanted = node(content);
		return there != null && wanted != null && there.hasSameValue(wanted);
	}

	private static boolean merged(String existing, @Nullable String patch) {
		if (patch == null) {
			return true;
		}
		JsonNode wanted = node(patch);
		return wanted != null && merged(node(existing), wanted);
	}

	private static boolean merged(@Nullable JsonNode existing, JsonNode patch) {
		if (!(patch instanceof JsonObjectNode members)) {
			return existing != null && patch.hasSameValue(existing);
		}
		return existing instanceof JsonObjectNode object && merged(object.byName(), members.byName());
	}

	private static boolean merged(Map<String, JsonNode> existing, Map<String, JsonNode> patch) {
		return patch.entrySet().stream().allMatch(member -> isNull(member.getValue()) ? !existing.containsKey(member.getKey())
				: merged(existing.get(member.getKey()), member.getValue()));
	}

	/** Null for what is not quite JSON, of which nobody can tell. */
	private static @Nullable JsonNode node(String text) {
		JsonDocument document = JsonDocument.read(text);
		return document.problems().isEmpty() ? document.root() : null;
	}

	private static boolean isNull(JsonNode value) {
		return value instanceof JsonScalar scalar && scalar.type() == JsonScalar.Type.NULL;
	}
}
