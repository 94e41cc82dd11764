// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.modules;

import java.time.Clock;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.auth.Authenticator;
import iothubtools.localhub.internal.auth.Caller;
import iothubtools.localhub.internal.auth.SharedAccessSignature;
import iothubtools.localhub.internal.auth.TokenScope;
import iothubtools.localhub.internal.auth.VerifiedTokens;
import iothubtools.localhub.internal.devices.Device;
import iothubtools.localhub.internal.devices.DeviceStore;
import iothubtools.localhub.internal.exchange.HubRequest;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.HubNames;
import iothubtools.localhub.internal.operation.Route;

/** Knows modules that sign with one of their own two keys; each may only be itself, and not while its device is disabled. */
public final class ModuleTokens implements Authenticator {

	private final DeviceStore devices;
	private final ModuleStore modules;
	private final VerifiedTokens tokens;
	private final HubNames names;
	private final Clock clock;

	/** With the modules and their devices, the hub's names and the time tokens expire by. */
	public ModuleTokens(DeviceStore devices, ModuleStore modules, VerifiedTokens tokens, HubNames names, Clock clock) {
		this.devices = devices;
		this.modules = modules;
		this.tokens = tokens;
		this.names = names;
		this.clock = clock;
	}

	@Override
	public @Nullable Caller authenticate(HubRequest request, Map<String, String> variables) {
		String deviceId = variables.get(Route.DEVICE_ID);
		String moduleId = variables.get(Route.MODULE_ID);
		SharedAccessSignature token = tokens.read(request.headers().get("Authorization"));
		if (deviceId == null || moduleId == null || token == null || !token.isOfClient()
				|| token.isExpired(clock.instant())) {
			return null;
		}
		TokenScope scope = token.scope();
		if (scope == null || !names.contain(scope.host()) || !scope.isOfModule(deviceId, moduleId)
				|| !scope.coversOwn(request.path(), variables.values())) {
			return null;
		}
		Device device = devices.get(deviceId);
		ModuleIdentity module = modules.get(new ClientId(deviceId, moduleId));
		return device != null && device.enabled() && module != null && module.credentials().signed(token) ? Caller.MODULE
				: null;
	}
}
