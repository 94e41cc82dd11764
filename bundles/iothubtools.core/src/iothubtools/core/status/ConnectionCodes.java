// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.status;

import iothubtools.client.errors.ConnectionException;
import iothubtools.client.errors.ProtocolException;

/** Codes of failures below the service: no connection, or a reply that is none of a hub. */
final class ConnectionCodes {

	private ConnectionCodes() {
	}

	static HubStatusCode of(ConnectionException.Kind kind) {
		return switch (kind) {
		case NAME_NOT_FOUND -> HubStatusCode.NAME_NOT_FOUND;
		case REFUSED -> HubStatusCode.REFUSED;
		case AMQP_UNREACHED -> HubStatusCode.AMQP_UNREACHED;
		case CONNECT_TIMEOUT -> HubStatusCode.CONNECT_TIMEOUT;
		case TIMEOUT -> HubStatusCode.TIMEOUT;
		case UNREACHABLE -> HubStatusCode.UNREACHABLE;
		case TLS_NOT_TRUSTED -> HubStatusCode.TLS_NOT_TRUSTED;
		case TLS_HOST_MISMATCH -> HubStatusCode.TLS_HOST_MISMATCH;
		case TLS_FAILED -> HubStatusCode.TLS_FAILED;
		case PROXY_REFUSED -> HubStatusCode.PROXY_REFUSED;
		case PROXY_AUTHENTICATION -> HubStatusCode.PROXY_AUTHENTICATION;
		case CONNECTION_LOST -> HubStatusCode.CONNECTION_LOST;
		};
	}

	static HubStatusCode of(ProtocolException.Kind kind) {
		return switch (kind) {
		case NOT_JSON -> HubStatusCode.NOT_JSON;
		case TRUNCATED -> HubStatusCode.TRUNCATED;
		case TOO_LARGE -> HubStatusCode.TOO_LARGE_REPLY;
		case UNEXPECTED -> HubStatusCode.UNEXPECTED_REPLY;
		};
	}
}
