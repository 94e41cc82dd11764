// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.jobs;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Condition_every;
	public static String Condition_label;
	public static String Condition_long;
	public static String Condition_many;
	public static String Condition_missing;
	public static String Condition_problem;
	public static String Condition_toolTip;
	public static String Desired_accessible;
	public static String Desired_label;
	public static String Desired_problem;
	public static String Hub_missing;
	public static String Id_label;
	public static String Id_missing;
	public static String Id_problem;
	public static String Method_description;
	public static String Method_title;
	public static String Minutes_label;
	public static String Minutes_problem;
	public static String Minutes_toolTip;
	public static String Production_button;
	public static String Production_title;
	public static String Query_counts;
	public static String Query_firstOnly;
	public static String Query_label;
	public static String Query_none;
	public static String Query_others;
	public static String Query_own;
	public static String Query_toolTip;
	public static String Query_wrong;
	public static String Schedule_description;
	public static String Schedule_title;
	public static String Scheduled;
	public static String Start_accessible;
	public static String Start_at;
	public static String Start_label;
	public static String Start_late;
	public static String Start_now;
	public static String Start_past;
	public static String Start_problem;
	public static String Start_toolTip;
	public static String Tags_accessible;
	public static String Tags_label;
	public static String Tags_problem;
	public static String Twin_description;
	public static String Twin_missing;
	public static String Twin_title;
	public static String Wizard_title;
	public static String Work_label;
	public static String Work_method;
	public static String Work_secret;
	public static String Work_twin;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
