// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.clipboard;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Cleared_after;
	public static String Copied_many;
	public static String Copied_of;
	public static String Copied_one;
	public static String Failed_many;
	public static String Failed_one;
	public static String Job;
	public static String Module;
	public static String No_key;
	public static String None;
	public static String None_more;
	public static String None_title;
	public static String Rows_copy;
	public static String Token_copy;
	public static String Token_days;
	public static String Token_hours;
	public static String Token_key_label;
	public static String Token_life_accessible;
	public static String Token_life_label;
	public static String Token_message;
	public static String Token_minutes;
	public static String Token_module_accessible;
	public static String Token_module_device;
	public static String Token_module_label;
	public static String Token_modules_failed;
	public static String Token_modules_none;
	public static String Token_modules_reading;
	public static String Token_primary;
	public static String Token_scope_device;
	public static String Token_scope_devices;
	public static String Token_scope_hub;
	public static String Token_scope_hubs;
	public static String Token_scope_label;
	public static String Token_secondary;
	public static String Token_title;
	public static String Token_unit_accessible;
	public static String Qr_accessible;
	public static String Qr_device;
	public static String Qr_hidden;
	public static String Qr_key;
	public static String Qr_message;
	public static String Qr_none;
	public static String Qr_reading;
	public static String Qr_show;
	public static String Qr_shown;
	public static String Qr_title;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
