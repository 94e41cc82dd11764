// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor.chart;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Chart_accessible;
	public static String Chart_empty;
	public static String Chart_export;
	public static String Chart_exported;
	public static String Chart_failed;
	public static String Chart_file;
	public static String Chart_paths;
	public static String Chart_paths_toolTip;
	public static String Chart_title;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
