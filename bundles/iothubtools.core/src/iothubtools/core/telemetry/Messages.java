// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Filter_expression;
	public static String Filter_noValue;
	public static String Filter_nothing;
	public static String Filter_path;
	public static String Filter_quote;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
