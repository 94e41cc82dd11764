// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	static String CreateDevice_title;
	static String DeleteDevices_title_one;
	static String DeleteDevices_title_many;
	static String GetDevice_title;
	static String ListDevices_title;
	static String ListDevices_progress;
	static String SendMessage_title;
	static String Statistics_title;
	static String TestConnection_title;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
