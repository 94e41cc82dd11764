// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.twin;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Reading;
	public static String Read_failed;
	public static String Version;
	public static String Version_never;
	public static String Nothing_to_save;
	public static String Not_valid;
	public static String Save_cancelled;
	public static String Save_failed;
	public static String Changed_meanwhile;
	public static String Desired_title;
	public static String Desired_accessible;
	public static String Reported_title;
	public static String Reported_accessible;
	public static String Preview;
	public static String Bracket_none;
	public static String Versions;
	public static String Refresh;
	public static String Refreshed_changed;
	public static String Preview_title;
	public static String Preview_label;
	public static String Preview_accessible;
	public static String Conflict_title_none;
	public static String Conflict_title_one;
	public static String Conflict_title_many;
	public static String Conflict_base;
	public static String Conflict_mine;
	public static String Conflict_theirs;
	public static String Conflict_save;
	public static String Reported_only;
	public static String Reported_differs;
	public static String Differs_reported;
	public static String Differs_wanted;
	public static String Differs_not_reported;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
