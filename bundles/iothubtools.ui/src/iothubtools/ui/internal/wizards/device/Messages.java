// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.device;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	static String Wizard_title;
	static String Page_title;
	static String Page_description;
	static String Hub_missing;
	static String Device_id_label;
	static String Device_id_missing;
	static String Device_id_problem;
	static String Authentication_group;
	static String Authentication_symmetric_key;
	static String Authentication_self_signed;
	static String Authentication_certificate_authority;
	static String Generate_keys_label;
	static String Primary_key_label;
	static String Primary_key_missing;
	static String Primary_key_problem;
	static String Secondary_key_label;
	static String Secondary_key_missing;
	static String Secondary_key_problem;
	static String Generate_primary;
	static String Generate_secondary;
	static String Show_keys_label;
	static String Primary_thumbprint_label;
	static String Primary_thumbprint_missing;
	static String Primary_thumbprint_problem;
	static String Secondary_thumbprint_label;
	static String Secondary_thumbprint_problem;
	static String Thumbprint_hint;
	static String Certificate_authority_hint;
	static String Iot_edge_label;
	static String Enabled_label;
	static String Status_reason_label;
	static String Status_reason_too_long;
	static String Created_title;
	static String Created_description;
	static String Reply_label;
	static String Copy_label;
	static String Copied;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
