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
	public static String CreateConfiguration_title;
	public static String DeleteConfiguration_title;
	public static String GetConfiguration_title;
	public static String ListConfigurations_title;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
