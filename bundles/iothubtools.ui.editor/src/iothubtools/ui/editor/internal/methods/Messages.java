// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.methods;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Title;
	public static String Head;
	public static String Favourites;
	public static String Favourites_none;
	public static String Favourites_add;
	public static String Favourites_remove;
	public static String Favourites_secret;
	public static String Favourite;
	public static String Target_label;
	public static String Target_device;
	public static String Target_tooltip;
	public static String Name_label;
	public static String Response_label;
	public static String Connect_label;
	public static String Payload_label;
	public static String Payload_accessible;
	public static String Payload_tooltip;
	public static String Devices_missing;
	public static String Device_problem;
	public static String Module_problem;
	public static String Name_missing;
	public static String Response_problem;
	public static String Connect_problem;
	public static String Connect_longer;
	public static String Payload_problem;
	public static String Payload_long;
	public static String Payload_secret;
	public static String Not_possible;
	public static String Invoke;
	public static String Cancel;
	public static String Running;
	public static String Running_since;
	public static String Cancelled;
	public static String Not_begun;
	public static String No_answer;
	public static String Runs_title;
	public static String Runs_all;
	public static String Runs_accessible;
	public static String Runs_none;
	public static String Runs_several;
	public static String Run_again;
	public static String Edit;
	public static String Compare;
	public static String Remove;
	public static String Answer_label;
	public static String Answer_accessible;
	public static String Summary_accessible;
	public static String Summary;
	public static String Summary_cancelled;
	public static String Summary_not_kept;
	public static String Column_time;
	public static String Column_method;
	public static String Column_payload;
	public static String Column_target;
	public static String Column_end;
	public static String Column_took;
	public static String End_status;
	public static String End_offline;
	public static String End_not_subscribed;
	public static String End_timed_out;
	public static String End_left;
	public static String End_busy;
	public static String End_unknown;
	public static String End_disabled;
	public static String End_refused;
	public static String End_failed;
	public static String End_cancelled;
	public static String Took_millis;
	public static String Took_seconds;
	public static String Compared_status;
	public static String Compare_title;
	public static String Compare_side;
	public static String End_not_tried;
	public static String Many_title;
	public static String Many_production;
	public static String Many_description;
	public static String Many_devices;
	public static String Many_devices_tooltip;
	public static String Many_not_tried;
	public static String Many_answered;
	public static String Many_count;
	public static String Many_status;
	public static String Many_summary;
	public static String Many_summary_one;
	public static String Outcomes_title;
	public static String Outcomes_label;
	public static String Outcomes_accessible;
	public static String Outcomes_answer;
	public static String Outcomes_run_failed;
	public static String Outcomes_edit;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
