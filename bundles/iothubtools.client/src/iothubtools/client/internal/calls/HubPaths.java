// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.calls;

import org.apache.hc.core5.net.PercentCodec;

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
		return "/devices/" + segment(deviceId) + "/modules";
	}

	/** A twin, and the direct methods below it. */
	public static String twin(ClientId id) {
		return "/twins/" + segments(id);
	}

	/** {@code id} as one segment of a path; the ids {@code .} and {@code ..} are encoded so that nothing resolves them. */
	public static String segment(String id) {
		return id.equals(".") || id.equals("..") ? id.replace(".", "%2E") : PercentCodec.RFC3986.encode(id);
	}

	private static String segments(ClientId id) {
		String device = segment(id.deviceId());
		String moduleId = id.moduleId();
		return moduleId == null ? device : device + "/modules/" + segment(moduleId);
	}
}
