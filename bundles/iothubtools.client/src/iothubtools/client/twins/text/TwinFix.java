// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.twins.text;

/**
 * A change of a text that mends a problem of it.
 *
 * @param kind   what it does
 * @param offset of the first character that goes
 * @param length how many characters go
 * @param text   what comes in their place
 * @param detail the name it is about, or that it gives; empty where there is none
 */
public record TwinFix(Kind kind, int offset, int length, String text, String detail) {

	/** What a fix does. */
	public enum Kind {
		/** Gives a member a name that it may have; with that name. */
		RENAME,
		/** Cuts a name or text off where the hub does. */
		SHORTEN,
		/** Makes a text of a number or word, or puts double quotes where single ones are. */
		QUOTE,
		/** Writes a character as JSON has it in a text. */
		ESCAPE,
		/** Takes a member out of its object; with its name. */
		REMOVE_MEMBER,
		/** Takes an item out of its array. */
		REMOVE_ITEM,
		REMOVE_COMMA, ADD_COMMA, ADD_COLON, CLOSE_QUOTE, REMOVE_COMMENT,
		/** Takes away what follows the end. */
		REMOVE_REST
	}

	/** The text with this change. */
	public String applyTo(String whole) {
		return whole.substring(0, offset) + text + whole.substring(offset + length);
	}
}
