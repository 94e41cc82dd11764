// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.problems;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String EXPECTED_VALUE;
	public static String EXPECTED_NAME;
	public static String EXPECTED_COLON;
	public static String EXPECTED_COMMA;
	public static String TRAILING_COMMA;
	public static String UNCLOSED_OBJECT;
	public static String UNCLOSED_ARRAY;
	public static String UNCLOSED_STRING;
	public static String UNQUOTED;
	public static String SINGLE_QUOTES;
	public static String NOT_A_NUMBER;
	public static String UNKNOWN_ESCAPE;
	public static String CONTROL_CHARACTER;
	public static String COMMENT;
	public static String DUPLICATE_NAME;
	public static String UNEXPECTED;
	public static String MORE_FOLLOWS;
	public static String TOO_DEEP;
	public static String Twin_NOT_A_TWIN;
	public static String Twin_NOT_AN_OBJECT;
	public static String Twin_MISSING;
	public static String Twin_NOT_WRITABLE;
	public static String Twin_EMPTY_NAME;
	public static String Twin_LONG_NAME;
	public static String Twin_NAME_CHARACTER;
	public static String Twin_LONG_STRING;
	public static String Twin_TOO_DEEP;
	public static String Twin_LARGE_INTEGER;
	public static String Twin_NULL_IN_ARRAY;
	public static String Twin_NULL_REMOVES;
	public static String Twin_LARGE_TAGS;
	public static String Twin_LARGE_DESIRED;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
