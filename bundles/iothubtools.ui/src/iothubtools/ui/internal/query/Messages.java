// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.query;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Action_columns;
	public static String Action_columns_toolTip;
	public static String Action_copyJson;
	public static String Action_copyJson_toolTip;
	public static String Action_export;
	public static String Action_export_toolTip;
	public static String Action_history;
	public static String Action_history_none;
	public static String Action_history_toolTip;
	public static String Action_monitor;
	public static String Action_monitor_toolTip;
	public static String Action_run;
	public static String Action_run_toolTip;
	public static String Action_save;
	public static String Action_save_toolTip;
	public static String Action_stop;
	public static String Action_stop_toolTip;
	public static String Column_number;
	public static String Export_done;
	public static String Export_file;
	public static String Export_title;
	public static String Name_secret;
	public static String Name_taken;
	public static String Name_tooLong;
	public static String Notice_accessible;
	public static String Notice_go;
	public static String Problem_aggregate;
	public static String Problem_by;
	public static String Problem_close;
	public static String Problem_closeArray;
	public static String Problem_collection;
	public static String Problem_doubleEqual;
	public static String Problem_element;
	public static String Problem_from;
	public static String Problem_hyphen;
	public static String Problem_jobs;
	public static String Problem_line;
	public static String Problem_list;
	public static String Problem_name;
	public static String Problem_needsBrackets;
	public static String Problem_notAvailable;
	public static String Problem_notDocumented;
	public static String Problem_number;
	public static String Problem_parentheses;
	public static String Problem_select;
	public static String Problem_tooLong;
	public static String Problem_unclosedName;
	public static String Problem_unclosedString;
	public static String Problem_unexpected;
	public static String Problem_unknownAttribute;
	public static String Problem_unknownCollection;
	public static String Problem_unknownFunction;
	public static String Problem_unknownProperties;
	public static String Problem_value;
	public static String Problem_wordForSign;
	public static String Rename_message;
	public static String Rename_title;
	public static String Result_accessible;
	public static String Run_noHub;
	public static String Run_noQuery;
	public static String Run_refused;
	public static String Run_throttled;
	public static String Save_button;
	public static String Save_message;
	public static String Save_replace;
	public static String Save_secret;
	public static String Save_title;
	public static String Status_all;
	public static String Status_all_toolTip;
	public static String Status_calls;
	public static String Status_calls_one;
	public static String Status_leftOut;
	public static String Status_more;
	public static String Status_more_toolTip;
	public static String Status_nothing;
	public static String Status_rows;
	public static String Status_rows_one;
	public static String Status_running;
	public static String Status_separator;
	public static String Status_someRows;
	public static String Status_stopped;
	public static String Status_throttled;
	public static String Status_time;
	public static String Status_toolTip;
	public static String Text_accessible;
	public static String View_name;
	public static String View_name_hub;
	public static String View_name_query;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
