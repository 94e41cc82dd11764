// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.transport;

import iothubtools.client.calls.HttpProxy;
import iothubtools.client.errors.ConnectionException.Kind;
import iothubtools.client.errors.ConnectionException;
import iothubtools.client.internal.replies.HubReply;

/** Replies the proxy gives in place of the hub. */
final class ProxyReplies {

	private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

	private ProxyReplies() {
	}

	/**
	 * @param sent whether the request itself went out: a reply before that is to the proxy's own CONNECT
	 */
	static boolean isFromProxy(HubReply reply, boolean sent) {
		return !sent || reply.status() == PROXY_AUTHENTICATION_REQUIRED;
	}

	static ConnectionException failure(HubReply reply, HttpProxy proxy) {
		String name = "The proxy " + proxy.host() + ":" + proxy.port();
		if (reply.status() == PROXY_AUTHENTICATION_REQUIRED) {
			return new ConnectionException(Kind.PROXY_AUTHENTICATION,
					name + (proxy.user() == null ? " wants a user and password" : " does not accept user and password"),
					null);
		}
		return new ConnectionException(Kind.PROXY_REFUSED,
				name + " refuses to connect to the hub: HTTP " + reply.status() + " " + reply.reason(), null);
	}
}
