// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.internal;

import java.net.URI;

import org.eclipse.core.net.proxy.IProxyData;
import org.eclipse.core.net.proxy.IProxyService;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

import iothubtools.client.auth.HubHost;
import iothubtools.client.calls.HttpProxy;
import iothubtools.client.calls.ProxySource;

/**
 * The proxy that General > Network Connections names for a hub, with its user and the bypass list honoured. A host with an
 * underscore, which no hub of Azure's has and {@link URI} does not know, is reached directly.
 */
public final class EclipseProxySource implements ProxySource {

	private final BundleContext context;

	public EclipseProxySource(BundleContext context) {
		this.context = context;
	}

	@Override
	public @Nullable HttpProxy proxyFor(HubHost host) {
		ServiceReference<IProxyService> reference = context.getServiceReference(IProxyService.class);
		IProxyService service = reference == null ? null : context.getService(reference);
		if (service == null) {
			return null;
		}
		try {
			for (IProxyData data : service.select(URI.create("https://" + host))) {
				if (IProxyData.HTTPS_PROXY_TYPE.equals(data.getType()) && data.getHost() != null) {
					return proxy(data);
				}
			}
			return null;
		} finally {
			context.ungetService(reference);
		}
	}

	/** The same in the client's terms. */
	public static HttpProxy proxy(IProxyData data) {
		boolean authenticated = data.isRequiresAuthentication() && data.getUserId() != null;
		return new HttpProxy(data.getHost(), data.getPort() > 0 ? data.getPort() : 80,
				authenticated ? data.getUserId() : null, authenticated ? data.getPassword() : null);
	}
}
