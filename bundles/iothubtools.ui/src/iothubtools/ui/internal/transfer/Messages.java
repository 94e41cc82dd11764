// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Age_days;
	public static String Age_hours;
	public static String Age_minutes;
	public static String Age_now;
	public static String Browse;
	public static String Export_all;
	public static String Export_cancelled;
	public static String Export_csv;
	public static String Export_description;
	public static String Export_devices_label;
	public static String Export_done_many;
	public static String Export_done_one;
	public static String Export_failed;
	public static String Export_file_accessible;
	public static String Export_file_exists;
	public static String Export_file_folder;
	public static String Export_file_label;
	public static String Export_file_missing;
	public static String Export_file_notAbsolute;
	public static String Export_file_notWritable;
	public static String Export_folder_missing;
	public static String Export_format_label;
	public static String Export_gone;
	public static String Export_jsonLines;
	public static String Export_keys;
	public static String Export_keys_warning;
	public static String Export_left;
	public static String Export_selected_many;
	public static String Export_selected_one;
	public static String Export_title;
	public static String Hub_missing;
	public static String Overwrite_button;
	public static String Overwrite_question;
	public static String Overwrite_title;
	public static String Part_anew;
	public static String Part_goOn;
	public static String Part_text;
	public static String Size_kilobytes;
	public static String Size_megabytes;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
