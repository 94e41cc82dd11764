// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.configurations;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Change_button;
	public static String Change_description;
	public static String Change_title;
	public static String Changed;
	public static String Condition_every;
	public static String Condition_everyModule;
	public static String Condition_foreign;
	public static String Condition_from;
	public static String Condition_label;
	public static String Condition_noFrom;
	public static String Condition_none;
	public static String Condition_problem;
	public static String Condition_refused;
	public static String Condition_toolTip;
	public static String Conflict_overwrite;
	public static String Conflict_question;
	public static String Conflict_reload;
	public static String Conflict_title;
	public static String Content_accessible;
	public static String Content_description;
	public static String Content_empty;
	public static String Content_fixed;
	public static String Content_label;
	public static String Content_missing;
	public static String Content_no_object;
	public static String Content_object;
	public static String Content_other;
	public static String Content_problem;
	public static String Content_section;
	public static String Content_title;
	public static String Content_without;
	public static String Create_button;
	public static String Created;
	public static String Deleted_question;
	public static String Deleted_title;
	public static String Hub_missing;
	public static String Id_label;
	public static String Id_missing;
	public static String Id_problem;
	public static String Id_taken;
	public static String Kind_device;
	public static String Kind_edge;
	public static String Kind_label;
	public static String Kind_module;
	public static String Label_twice;
	public static String Label_without_name;
	public static String Labels_accessible;
	public static String Labels_description;
	public static String Labels_label;
	public static String Labels_name;
	public static String Labels_title;
	public static String Labels_value;
	public static String Metric_problem;
	public static String Metric_refused;
	public static String Metric_twice;
	public static String Metric_without_name;
	public static String Metric_without_query;
	public static String Metrics_accessible;
	public static String Metrics_description;
	public static String Metrics_label;
	public static String Metrics_name;
	public static String Metrics_query;
	public static String Metrics_title;
	public static String Priority_label;
	public static String Priority_problem;
	public static String Priority_toolTip;
	public static String Production_change;
	public static String Production_create;
	public static String Target_description;
	public static String Target_title;
	public static String Test_accessible;
	public static String Test_condition;
	public static String Test_elsewhere;
	public static String Test_fine;
	public static String Test_metrics;
	public static String Test_toolTip;
	public static String Wizard_change;
	public static String Wizard_new;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
