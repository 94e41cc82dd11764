// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.twins.text;

import iothubtools.client.json.TextProblem;

/**
 * Something that is JSON, and that a twin cannot have (contract §4).
 *
 * @param offset of the first character it is about
 * @param length how many characters it is about
 * @param detail the name or number it is about; empty where there is none
 */
public record TwinProblem(Kind kind, int offset, int length, String detail) implements TextProblem {

	/** What may be wrong. */
	public enum Kind {
		/** The text is another value than an object with tags and properties. */
		NOT_A_TWIN,
		/** Tags or desired properties are no object; with their name. */
		NOT_AN_OBJECT,
		/** Tags or desired properties are not there at all, and it is not clear whether they are to go; with their name. */
		MISSING,
		/** A member that cannot be written here; with its name. */
		NOT_WRITABLE,
		EMPTY_NAME,
		/** A name of more than 1024 bytes. */
		LONG_NAME,
		/** A name with a blank, a control character or one of {@code . $ #}; with the name. */
		NAME_CHARACTER,
		/** A string of more than 4096 bytes; with how many. */
		LONG_STRING,
		/** More than ten levels below tags or desired properties. */
		TOO_DEEP,
		/** An integer beyond 2^52. */
		LARGE_INTEGER,
		NULL_IN_ARRAY,
		/** A member that is null: it is removed, as the hub would do. */
		NULL_REMOVES,
		/** Tags of more than 8 KB, desired properties of more than 32 KB; with how many bytes the hub counts. */
		LARGE_TAGS, LARGE_DESIRED
	}

	@Override
	public boolean isError() {
		return kind != Kind.NULL_REMOVES;
	}
}
