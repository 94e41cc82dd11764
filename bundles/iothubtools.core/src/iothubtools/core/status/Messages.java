// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.status;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String AlreadyExists;
	public static String AmqpUnreached;
	public static String AzureCliMissing;
	public static String Cancelled;
	public static String CaCertificate;
	public static String ChangedMeanwhile;
	public static String ClockOff;
	public static String ConnectTimeout;
	public static String ConnectionLost;
	public static String DeviceDisabled;
	public static String DeviceLeft;
	public static String DeviceOffline;
	public static String DeviceUnauthorized;
	public static String FileReason_folder;
	public static String FileReason_folderRefused;
	public static String FileReason_missing;
	public static String FileReason_refused;
	public static String FileUnusable;
	public static String Forbidden;
	public static String HubGone;
	public static String Internal;
	public static String InvalidInput;
	public static String JobBegun;
	public static String KeyNeeded;
	public static String MessageTooLarge;
	public static String MethodTimeout;
	public static String MethodsWaiting;
	public static String MissingKey;
	public static String NameNotFound;
	public static String NoRole;
	public static String NotFound;
	public static String NotJson;
	public static String NotSignedIn;
	public static String NotSubscribed;
	public static String NotSupported;
	public static String ProxyAuthentication;
	public static String ProxyRefused;
	public static String QueueFull;
	public static String OtherDevice;
	public static String Quota;
	public static String Refused;
	public static String RefusedRequest;
	public static String SecretsRefused;
	public static String SecretsUnreadable;
	public static String SecretsUnwritable;
	public static String ServiceTrouble;
	public static String SharedKeysOff;
	public static String SignInFailed;
	public static String SignInTimeout;
	public static String Throttled;
	public static String Timeout;
	public static String TlsFailed;
	public static String TlsHostMismatch;
	public static String TlsNotTrusted;
	public static String TokenRefused;
	public static String TooLarge;
	public static String TooLargeReply;
	public static String TooManyConfigurations;
	public static String TooManyDevices;
	public static String TooManyJobs;
	public static String Tracking;
	public static String Truncated;
	public static String Unauthorized;
	public static String Unclear;
	public static String UnexpectedReply;
	public static String Unreachable;
	public static String WithoutTwin;
	public static String WrongTenant;
	public static String RightMissing;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
