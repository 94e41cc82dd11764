// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.credentials;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Again_differs;
	public static String Again_label;
	public static String Again_missing;
	public static String Algorithm_label;
	public static String Browse_file;
	public static String Browse_primary;
	public static String Browse_secondary;
	public static String Browse_title;
	public static String Certificate_origin;
	public static String Certificate_problem;
	public static String Certificate_unreadable;
	public static String File_label;
	public static String File_missing;
	public static String File_names;
	public static String File_problem;
	public static String Folder_missing;
	public static String Life_days;
	public static String Life_label;
	public static String Make_button;
	public static String Make_message;
	public static String Make_primary;
	public static String Make_secondary;
	public static String Make_title;
	public static String Overwrite_button;
	public static String Overwrite_question;
	public static String Overwrite_title;
	public static String Password_label;
	public static String Password_missing;
	public static String Password_problem;
	public static String Primary_thumbprint_label;
	public static String Primary_thumbprint_missing;
	public static String Primary_thumbprint_problem;
	public static String Secondary_thumbprint_label;
	public static String Secondary_thumbprint_problem;
	public static String Thumbprint_hint;
	public static String Write_failed;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
