// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import iothubtools.client.json.JsonDocument;
import iothubtools.client.json.JsonMember;
import iothubtools.client.json.JsonMerge;
import iothubtools.client.json.JsonNode;
import iothubtools.client.json.JsonObjectNode;
import iothubtools.client.json.JsonPatch;
import iothubtools.client.json.JsonScalar;
import iothubtools.client.json.JsonWriter;

/** The smallest change from one object to another (contract §3.5), and the changes of two put together. */
class JsonPatchTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = {
			"{} | {} | none",
			"{\"a\":1,\"b\":{\"c\":[1,2]}} | {\"b\":{\"c\":[1,2]},\"a\":1} | none",
			"{\"a\":1} | {} | {\"a\":null}",
			"{} | {\"a\":{}} | {\"a\":{}}",
			"{\"a\":1} | {\"a\":1.0} | {\"a\":1.0}",
			"{\"a\":{\"b\":1,\"c\":2},\"d\":3} | {\"a\":{\"b\":1,\"c\":4},\"d\":3} | {\"a\":{\"c\":4}}",
			"{\"a\":{\"b\":1,\"c\":2}} | {\"a\":{}} | {\"a\":{\"b\":null,\"c\":null}}",
			"{\"a\":[1,2,3]} | {\"a\":[1,3]} | {\"a\":[1,3]}",
			"{\"a\":{\"b\":1}} | {\"a\":[1]} | {\"a\":[1]}",
			"{\"a\":5} | {\"a\":{\"b\":{\"c\":1,\"n\":null}}} | {\"a\":{\"b\":{\"c\":1}}}",
			"{\"a\":1,\"b\":2} | {\"a\":null,\"b\":2,\"c\":null} | {\"a\":null}",
			"{\"a\":\"\\u0041\"} | {\"a\":\"A\"} | none" })
	void leavesOutWhatStays(String base, String wanted, String patch) {
		JsonObjectNode change = JsonPatch.between(JsonDocument.object(base), JsonDocument.object(wanted));
		assertEquals(patch, change == null ? "none" : JsonWriter.compact(change));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = {
			"{\"a\":1} | {\"a\":2} | {\"a\":1,\"b\":1} | {\"a\":2,\"b\":1} | []",
			"{\"a\":1} | {\"a\":2} | {\"a\":3} | {\"a\":2} | [[a]]",
			"{\"a\":1} | {\"a\":2} | {\"a\":2} | {\"a\":2} | []",
			"{\"a\":1,\"b\":2} | {\"a\":1} | {\"b\":2} | {} | []",
			"{\"a\":1} | {} | {\"a\":2} | {} | [[a]]",
			"{\"a\":{\"b\":1,\"c\":1}} | {\"a\":{\"b\":2,\"c\":1}} | {\"a\":{\"b\":1,\"c\":2}} | {\"a\":{\"b\":2,\"c\":2}} | []",
			"{} | {\"a\":{\"b\":1}} | {\"a\":{\"c\":1}} | {\"a\":{\"b\":1,\"c\":1}} | []",
			"{\"a\":{\"b\":[1]}} | {\"a\":{\"b\":[1,2]}} | {\"a\":{\"b\":[0,1]}} | {\"a\":{\"b\":[1,2]}} | [[a, b]]",
			"{\"a\":{\"b\":1}} | {} | {\"a\":{\"b\":2}} | {} | [[a]]" })
	void putsTheChangesOfTwoTogether(String base, String mine, String theirs, String merged, String conflicts) {
		JsonMerge merge = JsonMerge.of(JsonDocument.object(base), JsonDocument.object(mine), JsonDocument.object(theirs));
		assertEquals(merged, JsonWriter.compact(merge.merged()));
		assertEquals(conflicts, merge.conflicts().stream().map(JsonMerge.Conflict::path).toList().toString());
	}

	@Test
	void whatAHubMergesIsWhatWasWanted() {
		Random random = new Random(7);
		for (int i = 0; i < 5_000; i++) {
			JsonObjectNode base = object(random, 3);
			JsonObjectNode wanted = random.nextBoolean() ? object(random, 3) : changed(random, base);
			JsonObjectNode patch = JsonPatch.between(base, wanted);
			JsonObjectNode result = patch == null ? base : apply(base, patch);
			assertTrue(result.isSame(wanted), () -> JsonWriter.compact(base) + " -> " + JsonWriter.compact(wanted));
			assertEquals(base.isSame(wanted), patch == null);
			JsonMerge alone = JsonMerge.of(base, wanted, base);
			assertTrue(alone.merged().isSame(wanted) && alone.conflicts().isEmpty());
			assertTrue(JsonMerge.of(base, base, wanted).merged().isSame(wanted));
		}
	}

	/** As RFC 7396 and the contract say. */
	private static JsonObjectNode apply(@org.eclipse.jdt.annotation.Nullable JsonNode target, JsonObjectNode patch) {
		Map<String, JsonNode> members = new LinkedHashMap<>();
		if (target instanceof JsonObjectNode object) {
			object.members().forEach(member -> members.put(member.name(), member.value()));
		}
		for (JsonMember member : patch.members()) {
			if (member.value() instanceof JsonScalar scalar && scalar.type() == JsonScalar.Type.NULL) {
				members.remove(member.name());
			} else if (member.value() instanceof JsonObjectNode change) {
				members.put(member.name(), apply(members.get(member.name()), change));
			} else {
				members.put(member.name(), member.value());
			}
		}
		List<JsonMember> result = new ArrayList<>();
		members.forEach((name, value) -> result.add(new JsonMember(0, 0, name, value)));
		return new JsonObjectNode(0, 0, result);
	}

	private static JsonObjectNode changed(Random random, JsonObjectNode base) {
		List<JsonMember> members = new ArrayList<>();
		for (JsonMember member : base.members()) {
			switch (random.nextInt(4)) {
			case 0 -> members.add(new JsonMember(0, 0, member.name(), value(random, 1)));
			case 1 -> members.add(member.value() instanceof JsonObjectNode object
					? new JsonMember(0, 0, member.name(), changed(random, object)) : member);
			case 2 -> members.add(member);
			default -> {
				// gone
			}
			}
		}
		return new JsonObjectNode(0, 0, members);
	}

	private static JsonObjectNode object(Random random, int levels) {
		Map<String, JsonNode> members = new LinkedHashMap<>();
		for (int n = random.nextInt(4); n > 0; n--) {
			members.put(String.valueOf((char) ('a' + random.nextInt(4))), value(random, levels - 1));
		}
		List<JsonMember> result = new ArrayList<>();
		members.forEach((name, value) -> result.add(new JsonMember(0, 0, name, value)));
		return new JsonObjectNode(0, 0, result);
	}

	private static JsonNode value(Random random, int levels) {
		if (levels > 0 && random.nextInt(3) > 0) {
			return object(random, levels);
		}
		return JsonDocument.object("{\"x\":" + List.of("1", "1.0", "\"s\"", "true", "[1,{\"a\":2}]").get(random.nextInt(5)) + "}").members()
				.get(0).value();
	}
}
