// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Wizard_title;
	public static String Page_title;
	public static String Page_description;
	public static String Hub_missing;
	public static String Device_id_label;
	public static String Device_id_missing;
	public static String Device_id_problem;
	public static String Body_label;
	public static String Body_from_text;
	public static String Body_from_file;
	public static String Body_accessible;
	public static String Body_unmappable;
	public static String Body_not_json;
	public static String Body_not_json_at;
	public static String File_hint;
	public static String File_accessible;
	public static String File_missing;
	public static String File_unreadable;
	public static String File_failed;
	public static String Browse_workspace;
	public static String Browse_files;
	public static String Workspace_dialog_title;
	public static String Workspace_dialog_message;
	public static String Content_type_label;
	public static String Content_type_none;
	public static String Content_type_problem;
	public static String Content_encoding_label;
	public static String Content_encoding_problem;
	public static String Size_label;
	public static String Size;
	public static String Size_bytes;
	public static String Size_kilobytes;
	public static String Too_large;
	public static String Properties_title;
	public static String Properties_description;
	public static String Message_id_label;
	public static String Message_id_problem;
	public static String Correlation_id_label;
	public static String Correlation_id_problem;
	public static String Properties_label;
	public static String Properties_accessible;
	public static String Property_name;
	public static String Property_value;
	public static String Property_without_name;
	public static String Property_name_problem;
	public static String Property_value_problem;
	public static String Property_twice;
	public static String Add_property;
	public static String Remove_property;
	public static String Paste_properties;
	public static String Paste_tooltip;
	public static String Again_label;
	public static String Edit_label;
	public static String Sent_title;
	public static String Sent_description;
	public static String Sent_replies_label;
	public static String Sent_reply;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
