// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.preferences;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.auth.ConnectionString;
import iothubtools.client.auth.DeviceConnectionString;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.ModuleConnectionString;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.auth.SharedAccessSignature;
import iothubtools.client.errors.InvalidInputException;

/**
 * The parts of a connection string as they are typed, right or wrong, on their way to one text and back.
 *
 * @param hostName   may be empty
 * @param policyName may be empty
 * @param key        in base64, may be empty
 * @param keyStored  whether an empty key stands for the one in Secure Storage
 */
record ConnectionText(String hostName, String policyName, String key, boolean keyStored) {

	/** Stands in the text for the key. */
	static final String MASK = "\u2022".repeat(8);

	/** The field of errors that are about no part. */
	static final String WHOLE = "ConnectionString";

	/** Any key, to read a text whose own key is masked. */
	private static final String SOME_KEY = "AAAAAAAAAAAAAAAAAAAAAA==";

	String format(boolean revealed) {
		if (hostName.isEmpty() && policyName.isEmpty() && key.isEmpty() && !keyStored) {
			return "";
		}
		String shownKey = key.isEmpty() ? keyStored ? MASK : "" : revealed ? key : MASK;
		return HubConnectionString.draft(hostName, policyName, shownKey);
	}

	/**
	 * The parts of {@code text}; where it has the mask, the key stays.
	 *
	 * @throws InvalidInputException saying which part is wrong, or that this is no connection string of a hub's policy
	 */
	ConnectionText read(String text) {
		if (text.isBlank()) {
			return new ConnectionText("", "", "", keyStored);
		}
		boolean masked = text.contains(MASK);
		String keptKey = key.isEmpty() && keyStored ? SOME_KEY : key;
		ConnectionString read = ConnectionString.parse(text.replace(MASK, keptKey));
		if (!(read instanceof HubConnectionString hub)) {
			throw new InvalidInputException(WHOLE, NLS.bind(Messages.Device_connection_string, deviceId(read)));
		}
		if (!(hub.credential() instanceof SharedAccessKey readKey)) {
			throw new InvalidInputException(SharedAccessSignature.class.getSimpleName(), Messages.Token_not_key);
		}
		return new ConnectionText(hub.host().toString(), hub.policyName(), masked ? key : readKey.reveal(), keyStored);
	}

	/**
	 * The parts of a connection string that has all of them.
	 *
	 * @throws InvalidInputException when {@code text} is none
	 */
	static ConnectionText readWhole(String text) {
		if (text.isBlank() || text.contains(MASK)) {
			throw new InvalidInputException(WHOLE, "");
		}
		return new ConnectionText("", "", "", false).read(text);
	}

	/** What is doubtful about a text that {@link #read} takes, or null. */
	static @Nullable String warning(String text) {
		return text.isBlank() ? null : ConnectionString.warning(text.replace(MASK, SOME_KEY));
	}

	private static String deviceId(ConnectionString read) {
		return read instanceof DeviceConnectionString device ? device.deviceId()
				: read instanceof ModuleConnectionString module ? module.deviceId() : "";
	}
}
