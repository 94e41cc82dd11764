// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.page;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String No_connection;
	public static String Mended;
	public static String Notice_accessible;
	public static String Reading;
	public static String Failed;
	public static String Other_device;
	public static String Reload;
	public static String Save_anyway;
	public static String Refresh;
	public static String Gone;
	public static String Gone_with_device;
	public static String Create_anew_device;
	public static String Create_anew_module;
	public static String Close;
	public static String Not_created;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
