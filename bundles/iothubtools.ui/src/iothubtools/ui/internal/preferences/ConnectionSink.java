// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.preferences;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.SharedAccessKey;
import iothubtools.core.connections.SecretStoreException;
import iothubtools.core.hubs.HubConnection;

/** Takes over what the dialog made when its OK is pressed. */
@FunctionalInterface
public interface ConnectionSink {

	/**
	 * @param key the new key, or null to keep the stored one, or for a connection that has none
	 * @throws SecretStoreException when it is to be stored at once and that is refused; the dialog then stays open
	 */
	void accept(HubConnection connection, @Nullable SharedAccessKey key) throws SecretStoreException;
}
