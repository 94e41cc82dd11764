// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.configurations;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String ChangeConfiguration_title;
	public static String CheckQueries_title;
	public static String Copy_changes;
	public static String Copy_condition;
	public static String Copy_content;
	public static String Copy_differs;
	public static String Copy_gone;
	public static String Copy_labels;
	public static String Copy_meanwhile;
	public static String Copy_metrics;
	public static String Copy_priority;
	public static String Copy_same;
	public static String CreateConfiguration_title;
	public static String DeleteConfiguration_title;
	public static String File_entry;
	public static String File_failed;
	public static String File_member;
	public static String File_noJson;
	public static String File_noText;
	public static String File_none;
	public static String File_twice;
	public static String GetConfiguration_title;
	public static String ListConfigurations_title;
	public static String WriteConfigurations_progress;
	public static String WriteConfigurations_title;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
