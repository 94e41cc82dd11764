// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Csv_cells;
	public static String Csv_columnTwice;
	public static String Csv_noDeviceId;
	public static String Csv_quotes;
	public static String Field_authentication;
	public static String Field_notFlag;
	public static String Field_notObject;
	public static String Field_notText;
	public static String Field_otherAuthentication;
	public static String Field_problem;
	public static String Field_twice;
	public static String File_empty;
	public static String File_utf16;
	public static String Json_noObject;
	public static String Json_notClosed;
	public static String Line_duplicate;
	public static String Line_notUtf8;
	public static String Line_tooLong;
	public static String Import_noParent;
	public static String Import_progress;
	public static String Import_unknownColumn;
	public static String Import_unread;
	public static String Import_unreadable;
	public static String Export_progress;
	public static String Twin_emptyName;
	public static String Twin_largeDesired;
	public static String Twin_largeInteger;
	public static String Twin_largeTags;
	public static String Twin_longName;
	public static String Twin_longString;
	public static String Twin_nameCharacter;
	public static String Twin_nullInArray;
	public static String Twin_tooDeep;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
