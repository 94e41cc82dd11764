// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.tasks;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Notice_text;
	public static String Notice_title;
	public static String Done;
	public static String Done_one;
	public static String Kind;
	public static String Left_many;
	public static String Left_one;
	public static String Line;
	public static String Not_tried;
	public static String Not_tried_cancelled;
	public static String Not_tried_one;
	public static String Rest;
	public static String Rest_one;
	public static String Restore_failed_many;
	public static String Restore_failed_one;
	public static String Undo_delete_many;
	public static String Undo_delete_one;
	public static String Unknown;
	public static String Unknown_one;
	public static String Production_one;
	public static String Production_many;
	public static String Production_accessible;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
