// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.preferences;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Page_description;
	public static String Production_name;
	public static String Table_accessible;
	public static String Name_column;
	public static String Host_name_column;
	public static String Access_column;
	public static String Default_name;
	public static String Default_production_name;
	public static String Add_label;
	public static String Edit_label;
	public static String Remove_label;
	public static String Make_default_label;
	public static String Local_hub_sync_label;
	public static String Local_hub_sync_hint;
	public static String Clear_clipboard_label;
	public static String Clear_clipboard_seconds;
	public static String Notify_accessible;
	public static String Notify_hint;
	public static String Notify_label;
	public static String Notify_seconds;
	public static String Clear_clipboard_hint;
	public static String Clear_clipboard_accessible;
	public static String Network_connections_link;
	public static String Secure_storage_link;
	public static String Not_stored;
	public static String Not_stored_title;
	public static String Connect_title;
	public static String Edit_title;
	public static String Dialog_message;
	public static String Kind_label;
	public static String Kind_policy_label;
	public static String Kind_entra_label;
	public static String Connection_string_label;
	public static String Connection_string_problem;
	public static String Portal_hint;
	public static String Device_connection_string;
	public static String Token_not_key;
	public static String Host_name_label;
	public static String Host_name_missing;
	public static String Host_name_missing_entra;
	public static String Host_name_problem;
	public static String Policy_name_label;
	public static String Policy_name_missing;
	public static String Policy_name_problem;
	public static String Key_label;
	public static String Key_missing;
	public static String Key_problem;
	public static String Key_stored;
	public static String Show_key_label;
	public static String Tenant_label;
	public static String Tenant_optional;
	public static String Tenant_problem;
	public static String Entra_hint;
	public static String Ca_certificate_label;
	public static String Ca_certificate_optional;
	public static String Ca_certificate_no_file;
	public static String Ca_certificate_problem;
	public static String Ca_certificate_unreadable;
	public static String Browse_label;
	public static String Name_label;
	public static String Name_missing;
	public static String Name_taken;
	public static String Test_label;
	public static String Verdict_accessible;
	public static String Test_ok;
	public static String Test_ok_entra;
	public static String Test_ok_but_entra;
	public static String Test_ok_but;
	public static String Test_cancelled;
	public static String Lacks_devices_read;
	public static String Lacks_devices_write;
	public static String Lacks_twins_read;
	public static String Lacks_registry_read;
	public static String Lacks_registry_write;
	public static String Lacks_service_connect;
	public static String Production_label;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
