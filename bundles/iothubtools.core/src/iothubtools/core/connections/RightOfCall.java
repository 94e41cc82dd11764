// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.connections;

import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.exchange.HttpExchange;
import iothubtools.core.hubs.HubRight;

/** Which right a call to a hub needs (contract §1.2). */
final class RightOfCall {

	private static final Pattern SERVICE = Pattern.compile("/(devices/query|twins/.*)");
	private static final Pattern REGISTRY = Pattern.compile("/(statistics/.*|devices|devices/[^/]+|devices/[^/]+/modules(/[^/]+)?)");

	private static final Pattern MODULES = Pattern.compile("/devices/[^/]+/modules(/[^/]+)?");
	private static final int UNAUTHORIZED = 401;

	private RightOfCall() {
	}

	/** The right; null for a call that a device makes for itself, and for one that says nothing of these rights. */
	static @Nullable HubRight of(HttpExchange call) {
		int query = call.target().indexOf('?');
		String path = query < 0 ? call.target() : call.target().substring(0, query);
		if (SERVICE.matcher(path).matches()) {
			return HubRight.SERVICE_CONNECT;
		}
		// a hub refuses in the same way what is of a device that does not exist or is disabled (contract §9.13)
		if (!REGISTRY.matcher(path).matches() || call.status() == UNAUTHORIZED && MODULES.matcher(path).matches()) {
			return null;
		}
		return "GET".equals(call.method()) ? HubRight.REGISTRY_READ : HubRight.REGISTRY_WRITE;
	}
}
