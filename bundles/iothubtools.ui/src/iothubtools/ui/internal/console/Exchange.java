// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.console;

import iothubtools.client.exchange.HttpExchange;
import iothubtools.core.hubs.HubConnection;

/** What was said to which hub. */
record Exchange(HubConnection connection, HttpExchange http) {
}
