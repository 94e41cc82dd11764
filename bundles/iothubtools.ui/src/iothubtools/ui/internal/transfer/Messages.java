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
	public static String Column_configuration;
	public static String Column_device;
	public static String Column_line;
	public static String Column_reason;
	public static String Column_result;
	public static String Configurations_count;
	public static String Configurations_description_copy;
	public static String Configurations_description_import;
	public static String Configurations_imported;
	public static String Configurations_nothing;
	public static String Configurations_outcome;
	public static String Configurations_outcome_label;
	public static String Configurations_overwrite;
	public static String Configurations_plan;
	public static String Configurations_same;
	public static String Configurations_summary;
	public static String Configurations_title_copy;
	public static String Configurations_title_import;
	public static String Configurations_unchecked;
	public static String Copy_button_copy;
	public static String Copy_button_move;
	public static String Copy_check;
	public static String Copy_column_plan;
	public static String Copy_column_remark;
	public static String Copy_delete_button;
	public static String Copy_delete_many;
	public static String Copy_delete_one;
	public static String Copy_description_copy;
	public static String Copy_description_move;
	public static String Copy_devices;
	public static String Copy_moved;
	public static String Copy_noTarget;
	public static String Copy_notDeleted;
	public static String Copy_nothing;
	public static String Copy_outcome_copied;
	public static String Copy_outcome_label;
	public static String Copy_outcome_moved;
	public static String Copy_plan;
	public static String Copy_plan_change;
	public static String Copy_plan_create;
	public static String Copy_plan_exists;
	public static String Copy_plan_left;
	public static String Copy_plan_unread;
	public static String Copy_production_title;
	public static String Copy_delete_title;
	public static String Copy_rest;
	public static String Copy_same;
	public static String Copy_still;
	public static String Copy_summary;
	public static String Copy_title_copy;
	public static String Copy_title_move;
	public static String Copy_tooMany;
	public static String Copy_unchecked;
	public static String Copy_unknown;
	public static String Count_changed;
	public static String Count_created;
	public static String Count_exist;
	public static String Count_failed;
	public static String Count_left;
	public static String Count_notTried;
	public static String Count_unknown;
	public static String Count_unread;
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
	public static String Import_button;
	public static String Import_description;
	public static String Import_file_accessible;
	public static String Import_file_label;
	public static String Import_file_missing;
	public static String Import_file_none;
	public static String Import_file_unreadable;
	public static String Import_format;
	public static String Import_title;
	public static String Outcome_cancelled;
	public static String Outcome_copy;
	public static String Outcome_label;
	public static String Outcome_rest;
	public static String Outcome_title;
	public static String Overwrite_button;
	public static String Overwrite_question;
	public static String Overwrite_title;
	public static String Part_anew;
	public static String Part_goOn;
	public static String Part_text;
	public static String Preview_all;
	public static String Preview_check;
	public static String Preview_checked;
	public static String Preview_description;
	public static String Preview_devices;
	public static String Preview_failed;
	public static String Preview_first;
	public static String Preview_left;
	public static String Preview_noDevice;
	public static String Preview_noProblem;
	public static String Preview_problems;
	public static String Preview_reading;
	public static String Preview_someLeft;
	public static String Preview_title;
	public static String Result_changed;
	public static String Result_created;
	public static String Result_exists;
	public static String Result_failed;
	public static String Result_left;
	public static String Result_notTried;
	public static String Result_unknown;
	public static String Size_kilobytes;
	public static String Size_megabytes;
	public static String Why_exists;
	public static String Why_unknown;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
