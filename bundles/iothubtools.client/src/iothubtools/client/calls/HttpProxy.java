// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.calls;

import org.eclipse.jdt.annotation.Nullable;

/**
 * An HTTP proxy between this machine and the hub.
 *
 * @param host     name or address
 * @param port     1 to 65535
 * @param user     null if the proxy asks for none
 * @param password masked in the text form
 */
public record HttpProxy(String host, int port, @Nullable String user, @Nullable String password) {

	/** Without the password. */
	@Override
	public String toString() {
		return host + ":" + port + (user == null ? "" : " as " + user);
	}
}
