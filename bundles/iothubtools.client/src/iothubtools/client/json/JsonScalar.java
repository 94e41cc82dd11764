// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.json;

/**
 * A string, number, true, false or null.
 *
 * @param text what a string says, without quotes and escapes; anything else as it is written
 */
public record JsonScalar(int offset, int length, Type type, String text) implements JsonNode {

	/** What it is. */
	public enum Type {
		STRING, NUMBER, BOOLEAN, NULL
	}
}
