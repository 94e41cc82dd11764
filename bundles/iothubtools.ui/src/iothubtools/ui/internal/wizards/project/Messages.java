// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.project;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Wizard_title;
	public static String Page_title;
	public static String Page_description;
	public static String Name_label;
	public static String Name_long;
	public static String Name_missing;
	public static String Name_taken;
	public static String Folder_taken;
	public static String Hub_missing;
	public static String Hub_endpoint;
	public static String Device_certificate;
	public static String Device_id_label;
	public static String Device_id_missing;
	public static String Device_id_problem;
	public static String Does_group;
	public static String Does_missing;
	public static String Does_telemetry;
	public static String Does_twin;
	public static String Does_methods;
	public static String Does_messages;
	public static String Package_label;
	public static String Package_missing;
	public static String Package_problem;
	public static String Secret_hint;
	public static String Making;
	public static String Not_made;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
