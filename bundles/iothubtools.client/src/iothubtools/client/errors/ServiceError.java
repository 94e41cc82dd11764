// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.errors;

import java.io.Serializable;
import java.time.Duration;
import java.util.Locale;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What an error reply of the hub says, whichever of the three shapes its body has (contract §5.1).
 *
 * @param status     the HTTP status; of another protocol's error the one that means the same, 0 where there is none
 * @param code       the error, {@link HubErrorCode#UNKNOWN} if this version does not know it
 * @param name       the service's name of it, or empty
 * @param number     the service's number of it, or 0
 * @param message    the service's text without wrappers, or empty
 * @param trackingId the service's id of the call, as written
 * @param retryAfter how long the service asks to wait
 * @param clockSkew  on a 401, the hub's clock minus this machine's
 */
public record ServiceError(int status, HubErrorCode code, String name, int number, String message,
		@Nullable String trackingId, @Nullable Duration retryAfter, @Nullable Duration clockSkew)
		implements Serializable {

	private static final int UNAUTHORIZED = 401;

	/** Whether the hub refuses the key of a policy because all of them are switched off: there is no code for that, so its words tell. */
	public boolean sharedKeysOff() {
		return status == UNAUTHORIZED && SharedKeyRefusal.is(name, message);
	}

	/**
	 * Of a direct method: whether the device is connected and takes none. The service has one code for that and for a device that is not
	 * connected ({@link HubErrorCode#DEVICE_NOT_ONLINE}, contract §3.6), so its words tell.
	 */
	public boolean notSubscribed() {
		return code == HubErrorCode.DEVICE_NOT_ONLINE && message.toLowerCase(Locale.ROOT).contains("subscribe");
	}

	/** One line: status, name and text. */
	public String summary() {
		String words = words();
		return "HTTP " + status + (words.isEmpty() ? "" : (name.isEmpty() ? ": " : " ") + words);
	}

	/** One line: name and text, for an error that did not come over HTTP. */
	public String words() {
		String text = message.isEmpty() ? "" : (sharedKeysOff() ? SharedKeyRefusal.MEANING : "") + message;
		return name + (name.isEmpty() || text.isEmpty() ? "" : ": ") + text;
	}
}
