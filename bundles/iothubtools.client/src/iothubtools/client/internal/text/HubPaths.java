// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.text;

import iothubtools.client.names.ClientId;

/** Paths of the REST API with each id as one encoded segment (contract §3). */
public final class HubPaths {

	private HubPaths() {
	}

	/** An identity, and what the device itself does below it. */
	public static String identity(ClientId id) {
		return "/devices/" + segments(id);
	}

	/** The modules of a device. */
	public static String modules(String deviceId) {
		return "/devices/" + PercentEncoding.pathSegment(deviceId) + "/modules";
	}

	/** A twin, and the direct methods below it. */
	public static String twin(ClientId id) {
		return "/twins/" + segments(id);
	}

	private static String segments(ClientId id) {
		String device = PercentEncoding.pathSegment(id.deviceId());
		String moduleId = id.moduleId();
		return moduleId == null ? device : device + "/modules/" + PercentEncoding.pathSegment(moduleId);
	}
}
