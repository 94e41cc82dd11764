// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.remedies;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Again;
	public static String Edit_connection;
	public static String Edit_connections;
	public static String Enable;
	public static String Enable_again;
	public static String Enable_failed;
	public static String Enable_job;
	public static String Network_connections;
	public static String Refresh;
	public static String Secure_storage;
	public static String Start_local_hub;
	public static String Start_local_hub_job;
	public static String Starting_local_hub;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
