// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.configurations;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;

/** The errors of configurations. */
final class ConfigurationErrors {

	private ConfigurationErrors() {
	}

	static HubError notFound(String id) {
		return new HubError(ErrorCode.CONFIGURATION_NOT_FOUND, id);
	}

	static HubError alreadyExists(String id) {
		return new HubError(ErrorCode.CONFIGURATION_ALREADY_EXISTS, "A configuration with ID '" + id + "' already exists.");
	}

	static HubError tooMany(int most) {
		return new HubError(ErrorCode.CONFIGURATION_COUNT_LIMIT_EXCEEDED, "There are " + most + " configurations already.");
	}
}
