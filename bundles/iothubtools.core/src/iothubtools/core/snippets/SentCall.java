// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.snippets;

import java.util.Map;

import iothubtools.client.exchange.HttpExchange;
import iothubtools.client.exchange.SentBody;
import iothubtools.core.hubs.HubConnection;

/**
 * What was asked of a hub, without what came of it. Secrets in it are masked.
 *
 * @param connection of the hub
 * @param method     e.g. {@code PUT}
 * @param target     path and query as sent
 * @param headers    in the order sent
 * @param body       as sent
 */
public record SentCall(HubConnection connection, String method, String target, Map<String, String> headers, SentBody body) {

	/** The request of an exchange. */
	public static SentCall of(HubConnection connection, HttpExchange http) {
		return new SentCall(connection, http.method(), http.target(), http.requestHeaders(), http.sent());
	}

	/** The value of a header, in whatever case it is written; empty if there is none. */
	String header(String name) {
		return headers.entrySet().stream().filter(header -> header.getKey().equalsIgnoreCase(name)).map(Map.Entry::getValue).findFirst().orElse("");
	}
}
