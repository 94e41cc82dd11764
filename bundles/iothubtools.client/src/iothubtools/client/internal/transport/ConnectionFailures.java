// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.transport;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.ParseException;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.HubHost;
import iothubtools.client.calls.HttpProxy;
import iothubtools.client.errors.ConnectionException.Kind;
import iothubtools.client.errors.ConnectionException;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ProtocolException;

/** The one table from what the network throws to what it means. Types are matched, never messages. */
public final class ConnectionFailures {

	/** How far a try had come when it failed. */
	enum Phase {
		/** No connection to the hub stood yet. */
		CONNECTING,
		/** The request was on its way. */
		SENT,
		/** The reply had begun. */
		REPLYING
	}

	private final HubHost host;

	public ConnectionFailures(HubHost host) {
		this.host = host;
	}

	/**
	 * @param proxy the proxy in between, if any: nothing else is looked up or connected to
	 */
	HubException map(Throwable failure, Phase phase, @Nullable HttpProxy proxy) {
		if (failure instanceof HubException known) {
			return known;
		}
		if (failure instanceof ReplyConsumer.TooLargeException) {
			return new ProtocolException(ProtocolException.Kind.TOO_LARGE, 0, failure.getMessage(), null);
		}
		if (failure instanceof MessageConstraintException) {
			return new ProtocolException(ProtocolException.Kind.TOO_LARGE, 0,
					"The head of the reply has more or longer lines than any of a hub", null);
		}
		if (failure instanceof SSLException tls) {
			return new ConnectionException(tlsKind(tls), "No trusted connection to " + host + " by TLS", tls);
		}
		if (failure instanceof SocketTimeoutException && !(failure instanceof ConnectTimeoutException)) {
			return timeout(failure);
		}
		if (phase == Phase.CONNECTING) {
			return connecting(failure, proxy);
		}
		if (failure instanceof HttpException || failure instanceof ParseException) {
			return new ProtocolException(ProtocolException.Kind.UNEXPECTED, 0, host + " does not answer in HTTP", failure);
		}
		return phase == Phase.REPLYING
				? new ProtocolException(ProtocolException.Kind.TRUNCATED, 0, "The reply of " + host + " breaks off", failure)
				: new ConnectionException(Kind.CONNECTION_LOST, "The connection to " + host + " broke", failure);
	}

	/** The whole try took too long. */
	public ConnectionException timeout(Duration allowed) {
		return new ConnectionException(Kind.TIMEOUT,
				host + " did not answer within " + allowed.toMillis() / 1000.0 + " seconds", null);
	}

	private ConnectionException timeout(Throwable failure) {
		return new ConnectionException(Kind.TIMEOUT, host + " did not answer in time", failure);
	}

	private ConnectionException connecting(Throwable failure, @Nullable HttpProxy proxy) {
		if (proxy != null) {
			return new ConnectionException(Kind.PROXY_REFUSED,
					"No connection through the proxy " + proxy.host() + ":" + proxy.port(), failure);
		}
		if (failure instanceof UnknownHostException) {
			return new ConnectionException(Kind.NAME_NOT_FOUND, "The name " + host.name() + " is not known", failure);
		}
		if (failure instanceof ConnectTimeoutException) {
			return new ConnectionException(Kind.CONNECT_TIMEOUT, "No connection to " + host + " in time", failure);
		}
		if (failure instanceof NoRouteToHostException) {
			return new ConnectionException(Kind.UNREACHABLE, "There is no route to " + host, failure);
		}
		if (failure instanceof ConnectException) {
			return new ConnectionException(Kind.REFUSED, host + " refuses the connection", failure);
		}
		if (failure instanceof SocketException) {
			// before there is a connection this is "Network is unreachable", which has no type of its own
			return new ConnectionException(Kind.UNREACHABLE, "The network to " + host + " cannot be reached", failure);
		}
		return new ConnectionException(Kind.CONNECTION_LOST, "The connection to " + host + " was closed", failure);
	}

	private static Kind tlsKind(SSLException failure) {
		if (failure instanceof SSLPeerUnverifiedException) {
			return Kind.TLS_HOST_MISMATCH;
		}
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof CertificateException) {
				return Kind.TLS_NOT_TRUSTED;
			}
		}
		return Kind.TLS_FAILED;
	}
}
