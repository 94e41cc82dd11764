// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.modules;

import java.util.Map;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.ErrorShape;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.kernel.ClientId;

/** The errors of module operations; those that only these have come in the newest shape (contract §5.1). */
public final class ModuleErrors {

	private ModuleErrors() {
	}

	/** 404 for a module. */
	public static HubError notFound(ClientId client) {
		return new HubError(ErrorCode.MODULE_NOT_FOUND,
				"Module '" + client.moduleId() + "' is not registered on device '" + client.deviceId() + "'.");
	}

	static HubError alreadyExists(ClientId client) {
		return plain(ErrorCode.MODULE_ALREADY_EXISTS_ON_DEVICE,
				"Module '" + client.moduleId() + "' is already registered on device '" + client.deviceId() + "'.");
	}

	static HubError tooMany(String deviceId, int most) {
		return plain(ErrorCode.TOO_MANY_MODULES_ON_DEVICE,
				"Device '" + deviceId + "' has " + most + " modules, which is as many as it may have.");
	}

	private static HubError plain(ErrorCode code, String text) {
		return new HubError(code, text, ErrorShape.PLAIN, Map.of());
	}
}
