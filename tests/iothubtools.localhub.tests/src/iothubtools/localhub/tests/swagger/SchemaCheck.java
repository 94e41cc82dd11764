// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests.swagger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.regex.Pattern;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * Compares JSON with a schema of the Swagger: types, enums, formats, members. The Swagger is written for a code generator
 * that knows no "any": an object without stated members stands for any JSON value, as the service has it.
 *
 * @param swagger  where references lead
 * @param request  true for what a client may send: any null and any member more is ignored there
 */
record SchemaCheck(Swagger swagger, boolean request) {

	/** Up to seven digits of fraction; without a Z only the year 1 in the reply to a create (contract §4). */
	private static final Pattern TIME = Pattern
			.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,7})?Z|0001-01-01T00:00:00");
	private static final Pattern INTEGER = Pattern.compile("-?\\d+");

	/** What differs, each with the place; empty when nothing does. */
	List<String> problems(JsonObject schema, JsonElement value) {
		List<String> problems = new ArrayList<>();
		compare(problems, "$", schema, value);
		return problems;
	}

	private void compare(List<String> problems, String place, JsonObject schema, JsonElement value) {
		JsonObject resolved = swagger.resolved(schema);
		switch (resolved.has("type") ? resolved.get("type").getAsString() : "object") {
		case "string" -> text(problems, place, resolved, value);
		case "integer" -> integer(problems, place, resolved, value);
		case "boolean" -> expect(problems, place, "true or false",
				value instanceof JsonPrimitive primitive && primitive.isBoolean());
		case "array" -> array(problems, place, resolved, value);
		default -> object(problems, place, schema, value);
		}
	}

	private void text(List<String> problems, String place, JsonObject schema, JsonElement value) {
		if (!(value instanceof JsonPrimitive primitive) || !primitive.isString()) {
			problems.add(place + " must be a string");
			return;
		}
		String text = primitive.getAsString();
		if (schema.has("enum")) {
			boolean known = schema.getAsJsonArray("enum").asList().stream()
					.anyMatch(one -> request ? one.getAsString().equalsIgnoreCase(text) : one.getAsString().equals(text));
			expect(problems, place, "one of the Swagger's values, not " + text, known);
		}
		if (schema.has("format") && !request) {
			expect(problems, place, "a time, not " + text, TIME.matcher(text).matches());
		}
	}

	private static void integer(List<String> problems, String place, JsonObject schema, JsonElement value) {
		boolean integer = value instanceof JsonPrimitive primitive && primitive.isNumber()
				&& INTEGER.matcher(primitive.getAsString()).matches();
		expect(problems, place, "an integer", integer);
		if (integer && schema.get("format").getAsString().equals("int32")) {
			expect(problems, place, "within 32 bits", value.getAsLong() == value.getAsInt());
		}
	}

	private void array(List<String> problems, String place, JsonObject schema, JsonElement value) {
		if (!value.isJsonArray()) {
			problems.add(place + " must be an array");
			return;
		}
		int index = 0;
		for (JsonElement item : value.getAsJsonArray()) {
			compare(problems, place + '[' + index++ + ']', schema.getAsJsonObject("items"), item);
		}
	}

	private void object(List<String> problems, String place, JsonObject schema, JsonElement value) {
		JsonObject resolved = swagger.resolved(schema);
		JsonObject known = resolved.getAsJsonObject("properties");
		JsonObject others = resolved.getAsJsonObject("additionalProperties");
		if (known == null && others == null) {
			return;
		}
		if (!value.isJsonObject()) {
			problems.add(place + " must be an object");
			return;
		}
		String name = swagger.nameOf(schema);
		for (Entry<String, JsonElement> member : value.getAsJsonObject().entrySet()) {
			JsonObject of = known == null ? others : known.getAsJsonObject(member.getKey());
			member(problems, place + '.' + member.getKey(), name + '.' + member.getKey(), of, member.getValue());
		}
	}

	private void member(List<String> problems, String place, String qualified, JsonObject schema, JsonElement value) {
		if (schema == null) {
			expect(problems, place, "a member of the Swagger: it has none of that name",
					request || Deviations.MORE_MEMBERS.contains(qualified));
		} else if (value.isJsonNull()) {
			expect(problems, place, "present or left out, not null",
					request || Deviations.NULL_MEMBERS.contains(qualified) || isAny(schema));
		} else {
			compare(problems, place, schema, value);
		}
	}

	private boolean isAny(JsonObject schema) {
		JsonObject resolved = swagger.resolved(schema);
		return resolved.get("type").getAsString().equals("object") && !resolved.has("properties")
				&& !resolved.has("additionalProperties");
	}

	private static void expect(List<String> problems, String place, String expected, boolean met) {
		if (!met) {
			problems.add(place + " must be " + expected);
		}
	}
}
