// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.json;

/**
 * A member of an object.
 *
 * @param offset     where its name begins, with the quote
 * @param nameLength how many characters its name has in the text, with both quotes
 * @param name       its name, without quotes and escapes
 */
public record JsonMember(int offset, int nameLength, String name, JsonNode value) {

	/** Of the first character behind its value. */
	public int end() {
		return value.end();
	}
}
