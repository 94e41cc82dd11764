// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.calls;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.HubHost;

/** Knows the proxy for a hub. Asked before every request, so that a change of the settings counts at once. */
@FunctionalInterface
public interface ProxySource {

	/** The proxy to use, null to connect directly; must return quickly. */
	@Nullable
	HttpProxy proxyFor(HubHost host);
}
