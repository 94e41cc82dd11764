// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.devices;

import java.time.Clock;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.auth.Authenticator;
import iothubtools.localhub.internal.auth.Caller;
import iothubtools.localhub.internal.auth.SharedAccessSignature;
import iothubtools.localhub.internal.auth.TokenScope;
import iothubtools.localhub.internal.auth.VerifiedTokens;
import iothubtools.localhub.internal.exchange.HubRequest;
import iothubtools.localhub.internal.kernel.HubNames;
import iothubtools.localhub.internal.operation.Route;

/**
 * Knows devices that sign with one of their own two keys; each may only be itself, none of its modules either, and not while
 * it is disabled.
 */
public final class DeviceTokens implements Authenticator {

	private final DeviceStore devices;
	private final VerifiedTokens tokens;
	private final HubNames names;
	private final Clock clock;

	/** With the devices, the hub's names and the time tokens expire by. */
	public DeviceTokens(DeviceStore devices, VerifiedTokens tokens, HubNames names, Clock clock) {
		this.devices = devices;
		this.tokens = tokens;
		this.names = names;
		this.clock = clock;
	}

	@Override
	public @Nullable Caller authenticate(HubRequest request, Map<String, String> variables) {
		String deviceId = variables.get(Route.DEVICE_ID);
		SharedAccessSignature token = tokens.read(request.headers().get("Authorization"));
		if (deviceId == null || variables.containsKey(Route.MODULE_ID) || token == null || !token.isOfClient()
				|| token.isExpired(clock.instant())) {
			return null;
		}
		TokenScope scope = token.scope();
		if (scope == null || !names.contain(scope.host()) || !scope.isOfDevice(deviceId)
				|| !scope.coversOwn(request.path(), variables.values())) {
			return null;
		}
		Device device = devices.get(deviceId);
		return device != null && device.enabled() && device.credentials().signed(token) ? Caller.DEVICE : null;
	}
}
