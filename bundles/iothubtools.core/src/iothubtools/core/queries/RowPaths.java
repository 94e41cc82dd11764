// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.queries;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

/**
 * The paths that rows have, written as a query has them: {@code tags.site}, {@code tags.[[odd name]]}. What a twin says of its own changes,
 * {@code $metadata}, is as much as the rest and in the row's JSON only.
 */
final class RowPaths {

	/** What stands in a column if a row is no object. */
	static final String VALUE = "value";

	private static final String METADATA = "$metadata";
	private static final Pattern PLAIN = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

	private final int most;
	private final List<String> paths = new ArrayList<>();
	private final Map<String, Integer> indices = new HashMap<>();
	private int leftOut;
	/** Most rows say the same in some columns. */
	private final Map<String, String> texts = new HashMap<>();

	/** @param most paths that are told apart; what comes after them is in the JSON only */
	RowPaths(int most) {
		this.most = most;
	}

	/** Those that were found, in their order. */
	List<String> all() {
		return paths;
	}

	/** How many values had no place. */
	int leftOut() {
		return leftOut;
	}

	/** The values of a row by the index of their paths. */
	@Nullable Object[] values(String json) {
		JsonElement row;
		try {
			row = JsonParser.parseString(json);
		} catch (JsonParseException e) {
			throw new IllegalArgumentException("No JSON", e);
		}
		Map<Integer, Object> found = new HashMap<>();
		if (row instanceof JsonObject object && object.size() > 0) {
			collect("", object, found);
		} else {
			put(VALUE, row, found);
		}
		int length = found.keySet().stream().mapToInt(index -> index + 1).max().orElse(0);
		@Nullable Object[] values = new @Nullable Object[length];
		found.forEach((index, value) -> values[index] = value);
		return values;
	}

	private void collect(String prefix, JsonObject object, Map<Integer, Object> found) {
		for (Map.Entry<String, JsonElement> member : object.entrySet()) {
			if (member.getKey().equals(METADATA) && !prefix.isEmpty()) {
				continue;
			}
			String name = PLAIN.matcher(member.getKey()).matches() ? member.getKey() : "[[" + member.getKey() + "]]";
			String path = prefix.isEmpty() ? name : prefix + "." + name;
			if (member.getValue() instanceof JsonObject inner && inner.size() > 0) {
				collect(path, inner, found);
			} else {
				put(path, member.getValue(), found);
			}
		}
	}

	private void put(String path, JsonElement value, Map<Integer, Object> found) {
		Integer index = indices.get(path);
		if (index == null && paths.size() < most) {
			index = paths.size();
			paths.add(path);
			indices.put(path, index);
		}
		if (index == null) {
			leftOut++;
		} else {
			found.put(index, value(value));
		}
	}

	private Object value(JsonElement value) {
		if (value.isJsonNull()) {
			return ResultRow.JsonNull.NULL;
		}
		if (!(value instanceof JsonPrimitive primitive)) {
			return value.toString();
		}
		if (primitive.isBoolean()) {
			return primitive.getAsBoolean();
		}
		if (primitive.isNumber()) {
			return primitive.getAsNumber();
		}
		return shared(primitive.getAsString());
	}

	private String shared(String text) {
		if (text.length() > 32 || texts.size() > 1000) {
			return texts.getOrDefault(text, text);
		}
		return texts.computeIfAbsent(text, same -> same);
	}
}
