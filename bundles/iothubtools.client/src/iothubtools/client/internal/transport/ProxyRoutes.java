// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.transport;

import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.Credentials;
import org.apache.hc.client5.http.auth.CredentialsProvider;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.HubHost;
import iothubtools.client.calls.HttpProxy;
import iothubtools.client.calls.ProxySource;

/** The way to the hub, through its proxy if it has one, asked for anew with each request. */
@NonNullByDefault({})
final class ProxyRoutes extends DefaultRoutePlanner implements CredentialsProvider {

	private final ProxySource source;
	private final HubHost hub;

	ProxyRoutes(ProxySource source, HubHost hub) {
		super(DefaultSchemePortResolver.INSTANCE);
		this.source = source;
		this.hub = hub;
	}

	/** Whether no one was named who might know of a proxy. */
	boolean isDirect() {
		return source == TransportSettings.NO_PROXY;
	}

	@Nullable
	HttpProxy current() {
		return source.proxyFor(hub);
	}

	@Override
	protected HttpHost determineProxy(HttpHost target, HttpContext context) {
		HttpProxy proxy = current();
		return proxy == null ? null : new HttpHost(proxy.host(), proxy.port());
	}

	/** User and password for the proxy, and for nothing else that might ask. */
	@Override
	public Credentials getCredentials(AuthScope scope, HttpContext context) {
		HttpProxy proxy = current();
		if (proxy == null || proxy.user() == null || !proxy.host().equalsIgnoreCase(scope.getHost())
				|| proxy.port() != scope.getPort()) {
			return null;
		}
		String password = proxy.password();
		return new UsernamePasswordCredentials(proxy.user(), password == null ? new char[0] : password.toCharArray());
	}
}
