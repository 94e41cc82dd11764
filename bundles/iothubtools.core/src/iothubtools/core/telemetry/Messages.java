// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Failure_CLOCK_OFF;
	public static String Failure_ENDPOINT_NOT_REACHED;
	public static String Failure_FIREWALL;
	public static String Failure_MISSING_KEY_endpoint;
	public static String Failure_NEEDS_KEY;
	public static String Failure_NOT_FOUND;
	public static String Failure_NOT_FOUND_endpoint;
	public static String Failure_POSITION_NOT_FOUND;
	public static String Failure_REDIRECT_REFUSED;
	public static String Failure_TAKEN_OVER;
	public static String Failure_THROTTLED;
	public static String Failure_TOO_MANY_READERS;
	public static String Failure_UNAUTHORIZED;
	public static String Failure_UNAUTHORIZED_endpoint;
	public static String Filter_expression;
	public static String Filter_noValue;
	public static String Filter_nothing;
	public static String Filter_path;
	public static String Filter_quote;
	public static String FindDevices_noIds;
	public static String FindDevices_title;
	public static String ReadTelemetry_elsewhere;
	public static String ReadTelemetry_title;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
