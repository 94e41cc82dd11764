// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.variables;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Id_missing;
	public static String Lifetime;
	public static String Local_hub_stopped;
	public static String No_credential;
	public static String No_hub;
	public static String No_key;
	public static String Refused;
	public static String Secret;
	public static String Sign_in;
	public static String Unknown_device;
	public static String Unknown_hub;
	public static String Unknown_module;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
