// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.transfer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String ExportConfigurations_done_many;
	public static String ExportConfigurations_done_one;
	public static String ExportConfigurations_failed;
	public static String ExportConfigurations_file;
	public static String ExportConfigurations_job;
	public static String ExportConfigurations_title;
	public static String ImportConfigurations_title;
	public static String Paste_button;
	public static String Paste_done;
	public static String Paste_failed_many;
	public static String Paste_failed_one;
	public static String Paste_nothing;
	public static String Paste_question;
	public static String Paste_title;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
