// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.mqtt;

import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.HubNames;

/** The names a client gives in CONNECT (contract §8.1). */
final class UserName {

	private static final Pattern CLIENT = Pattern.compile("[^/\\p{Cntrl}]{1,128}(/[^/\\p{Cntrl}]{1,128})?");

	/** In whatever order, with or without a question mark: SDKs of all times differ. */
	private static final Pattern PARAMETERS = Pattern.compile("/\\??|/(\\?|[A-Za-z-]+=).*");

	private static final Pattern VERSION = Pattern.compile("[/?&]api-version=[^&]");

	private UserName() {
	}

	/**
	 * Whether the user name of a client says which version of the service it speaks: without it the service takes telemetry and nothing
	 * that came later, twins and direct methods.
	 */
	static boolean namesVersion(ClientId client, @Nullable String userName) {
		// a device id may have question marks and equals signs, too
		return userName != null && VERSION.matcher(userName.substring(userName.indexOf('/') + 1 + client.toString().length())).find();
	}

	/** The client of a ClientId, {@code device} or {@code device/module}; null when it is none. */
	static @Nullable ClientId client(String clientId) {
		if (!CLIENT.matcher(clientId).matches()) {
			return null;
		}
		int slash = clientId.indexOf('/');
		return slash < 0 ? ClientId.of(clientId)
				: new ClientId(clientId.substring(0, slash), clientId.substring(slash + 1));
	}

	/**
	 * Whether a user name is that of a client: {@code host/client}, alone or followed by a slash and parameters in whatever
	 * order, with or without a question mark.
	 */
	static boolean isOf(ClientId client, @Nullable String userName, HubNames hub) {
		int slash = userName == null ? -1 : userName.indexOf('/');
		if (userName == null || slash < 0 || !hub.contain(userName.substring(0, slash))) {
			return false;
		}
		String rest = userName.substring(slash + 1);
		String name = client.toString();
		if (!rest.startsWith(name)) {
			return false;
		}
		String parameters = rest.substring(name.length());
		return parameters.isEmpty() || PARAMETERS.matcher(parameters).matches();
	}
}
