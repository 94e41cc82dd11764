// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.exchange;

/** Hears of every HTTP exchange with a hub, each try of a repeated request included. */
@FunctionalInterface
public interface ExchangeListener {

	/**
	 * Called where an exchange ends: on a thread of the client, or of whoever cancels the call, and on several at a time;
	 * must return at once. What it throws is dropped.
	 *
	 * @param exchange secrets in it are masked already
	 */
	void exchanged(HttpExchange exchange);
}
