// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.console;

import iothubtools.client.exchange.HttpExchange;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.snippets.SentCall;

/** What was said to which hub. */
record Exchange(HubConnection connection, HttpExchange http) {

	/** What was asked. */
	SentCall call() {
		return SentCall.of(connection, http);
	}
}
