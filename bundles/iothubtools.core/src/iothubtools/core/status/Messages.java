// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.status;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	static String AlreadyExists;
	static String Cancelled;
	static String CaCertificate;
	static String ChangedMeanwhile;
	static String ClockOff;
	static String ConnectionLost;
	static String DeviceDisabled;
	static String Forbidden;
	static String Internal;
	static String InvalidInput;
	static String MissingKey;
	static String NameNotFound;
	static String NotFound;
	static String NotJson;
	static String NotSupported;
	static String ProxyAuthentication;
	static String ProxyRefused;
	static String Quota;
	static String Refused;
	static String RefusedRequest;
	static String SecretsRefused;
	static String SecretsUnreadable;
	static String SecretsUnwritable;
	static String ServiceTrouble;
	static String Throttled;
	static String Timeout;
	static String TlsFailed;
	static String TlsHostMismatch;
	static String TlsNotTrusted;
	static String TooLarge;
	static String TooLargeReply;
	static String TooManyDevices;
	static String Tracking;
	static String Truncated;
	static String Unauthorized;
	static String UnexpectedReply;
	static String Unreachable;
	static String Clock_seconds;
	static String Clock_minutes;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
