// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.json;

/** A value, and where it stands in the text it was read from. */
public sealed interface JsonNode permits JsonObjectNode, JsonArrayNode, JsonScalar {

	/** Of its first character. */
	int offset();

	/** How many characters it has, what holds it together included. */
	int length();

	/** Of the first character behind it. */
	default int end() {
		return offset() + length();
	}

	/**
	 * Whether two values say the same, wherever they stand: members in any order, strings however they are escaped, numbers as they are
	 * written: {@code 1} is not {@code 1.0} (contract §9.9).
	 */
	default boolean isSame(JsonNode other) {
		return JsonSame.of(this, other);
	}

	/** The same with numbers by their values: {@code 20} is {@code 20.0}, and no two numbers that differ in any digit are the same. */
	default boolean hasSameValue(JsonNode other) {
		return JsonSame.value(this, other);
	}
}
