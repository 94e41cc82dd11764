// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Tells whether two values say the same. */
final class JsonSame {

	/** More digits than any value of a twin may have; what is longer is compared as text. */
	private static final int MAX_DIGITS = 40;

	private final BiPredicate<JsonScalar, JsonScalar> scalars;

	private JsonSame(BiPredicate<JsonScalar, JsonScalar> scalars) {
		this.scalars = scalars;
	}

	/** Numbers as they are written. */
	static boolean of(JsonNode one, JsonNode other) {
		return new JsonSame(JsonSame::isSameText).nodes(one, other);
	}

	/** Numbers by their values. */
	static boolean value(JsonNode one, JsonNode other) {
		return new JsonSame((scalar, second) -> isSameText(scalar, second) || isSameNumber(scalar, second)).nodes(one, other);
	}

	private boolean nodes(JsonNode one, JsonNode other) {
		if (one instanceof JsonScalar scalar) {
			return other instanceof JsonScalar second && scalars.test(scalar, second);
		}
		if (one instanceof JsonArrayNode array) {
			return other instanceof JsonArrayNode second && items(array.items(), second.items());
		}
		return one instanceof JsonObjectNode object && other instanceof JsonObjectNode second
				&& members(object.byName(), second.byName());
	}

	private boolean items(List<JsonNode> items, List<JsonNode> others) {
		if (items.size() != others.size()) {
			return false;
		}
		for (int i = 0; i < items.size(); i++) {
			if (!nodes(items.get(i), others.get(i))) {
				return false;
			}
		}
		return true;
	}

	private boolean members(Map<String, JsonNode> members, Map<String, JsonNode> others) {
		if (!members.keySet().equals(others.keySet())) {
			return false;
		}
		for (Map.Entry<String, JsonNode> member : members.entrySet()) {
			JsonNode other = others.get(member.getKey());
			if (other == null || !nodes(member.getValue(), other)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isSameText(JsonScalar one, JsonScalar other) {
		return one.type() == other.type() && one.text().equals(other.text());
	}

	private static boolean isSameNumber(JsonScalar one, JsonScalar other) {
		return one.type() == JsonScalar.Type.NUMBER && other.type() == JsonScalar.Type.NUMBER && isShort(one.text()) && isShort(other.text())
				&& new BigDecimal(one.text()).compareTo(new BigDecimal(other.text())) == 0;
	}

	/** The value of a number with a longer exponent would take for ever. */
	private static boolean isShort(String number) {
		int exponent = Math.max(number.indexOf('e'), number.indexOf('E'));
		return number.length() <= MAX_DIGITS && (exponent < 0 || number.length() - exponent <= 4);
	}
}
