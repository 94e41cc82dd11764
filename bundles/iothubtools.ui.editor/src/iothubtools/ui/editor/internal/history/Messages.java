// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.history;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Versions_title;
	public static String Versions_label;
	public static String Versions_none;
	public static String Versions_accessible;
	public static String Column_time;
	public static String Column_version;
	public static String Column_how;
	public static String Saved;
	public static String Read;
	public static String As_now;
	public static String Compare;
	public static String Restore;
	public static String Compare_title;
	public static String Compare_now;
	public static String Compare_then;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
