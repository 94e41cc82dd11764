// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.json;

/**
 * A place where a text is no JSON. All of them are errors.
 *
 * @param offset of the first character it is about
 * @param length how many characters it is about; 0 only at the end of the text
 * @param detail the word it is about; empty where there is none
 */
public record JsonProblem(Kind kind, int offset, int length, String detail) implements TextProblem {

	/** What may be wrong. */
	public enum Kind {
		/** Nothing where there has to be a value. */
		EXPECTED_VALUE,
		EXPECTED_NAME, EXPECTED_COLON, EXPECTED_COMMA,
		/** A comma with nothing behind it. */
		TRAILING_COMMA,
		/** An object, array or string that does not end; at where it begins. */
		UNCLOSED_OBJECT, UNCLOSED_ARRAY, UNCLOSED_STRING,
		/** A name or text without quotes, or in single ones. */
		UNQUOTED, SINGLE_QUOTES,
		/** {@code 01}, {@code +1}, {@code .5}, {@code 1.}, {@code 0x1}, {@code NaN}. */
		NOT_A_NUMBER,
		/** A backslash with something behind it that JSON does not know. */
		UNKNOWN_ESCAPE,
		/** A tab or line break in a string that is not written as an escape. */
		CONTROL_CHARACTER,
		/** JSON has no comments. */
		COMMENT,
		/** A name that the object has already. */
		DUPLICATE_NAME,
		/** Something that nothing begins with. */
		UNEXPECTED,
		/** More after the end. */
		MORE_FOLLOWS,
		/** So many objects and arrays in each other that the text is not read further. */
		TOO_DEEP
	}

	@Override
	public boolean isError() {
		return true;
	}
}
