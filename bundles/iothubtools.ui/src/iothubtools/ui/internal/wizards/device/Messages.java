// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.device;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Wizard_title;
	public static String Page_title;
	public static String Page_description;
	public static String Anew_description;
	public static String Like_description;
	public static String Pasted_description;
	public static String Hub_missing;
	public static String Device_id_label;
	public static String Device_id_missing;
	public static String Device_id_problem;
	public static String Device_id_known;
	public static String Authentication_group;
	public static String Authentication_symmetric_key;
	public static String Authentication_self_signed;
	public static String Authentication_certificate_authority;
	public static String Generate_keys_label;
	public static String Primary_key_label;
	public static String Primary_key_missing;
	public static String Primary_key_problem;
	public static String Same_keys;
	public static String Same_certificate;
	public static String Secondary_key_label;
	public static String Secondary_key_missing;
	public static String Secondary_key_problem;
	public static String Generate_primary;
	public static String Generate_secondary;
	public static String Show_keys_label;
	public static String Certificate_authority_hint;
	public static String Iot_edge_label;
	public static String Enabled_label;
	public static String Status_reason_label;
	public static String Status_reason_too_long;
	public static String Created_title;
	public static String Created_description;
	public static String Reply_label;
	public static String Copy_label;
	public static String Another_label;
	public static String Copied;
	public static String Device_ids_known;
	public static String Numbers_accessible;
	public static String Numbers_label;
	public static String To_label;
	public static String From_missing;
	public static String From_problem;
	public static String To_missing;
	public static String To_problem;
	public static String To_too_small;
	public static String Too_many;
	public static String Preview_hint;
	public static String Preview_one;
	public static String Preview_two;
	public static String Preview_many;
	public static String Twin_title;
	public static String Twin_description;
	public static String Tags_label;
	public static String Tags_problem;
	public static String Desired_label;
	public static String Desired_problem;
	public static String Created_many_title;
	public static String Created_many_description;
	public static String Outcome_label;
	public static String Outcome_unknown;
	public static String Outcome_not_tried;
	public static String Outcome_registered;
	public static String Failed_one;
	public static String Failed_many;
	public static String Created_unread;
	public static String Created_unknown;
	public static String Hub_mayNot;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
