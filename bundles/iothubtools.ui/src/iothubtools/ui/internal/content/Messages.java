// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.content;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Body;
	public static String Body_accessible;
	public static String Body_byType;
	public static String Body_empty;
	public static String Body_text;
	public static String Body_hex;
	public static String Body_none;
	public static String Body_size;
	public static String Body_kind_empty;
	public static String Body_kind_hex;
	public static String Body_kind_json;
	public static String Body_kind_text;
	public static String Body_hexCut;
	public static String Body_textCut;
	public static String Note_cutShort;
	public static String Note_damaged;
	public static String Note_noJson;
	public static String Note_noText;
	public static String Note_notPacked;
	public static String Note_unknownEncoding;
	public static String Note_unpacked;
	public static String Separator;
	public static String Pairs_name;
	public static String Pairs_value;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
