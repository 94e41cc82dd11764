// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.auth;

import org.eclipse.jdt.annotation.Nullable;

/** The names of the parts of a connection string in the exact case Azure's own tools want. */
enum PartName {
	HOST_NAME("HostName"),
	SHARED_ACCESS_KEY_NAME("SharedAccessKeyName"),
	DEVICE_ID("DeviceId"),
	MODULE_ID("ModuleId"),
	SHARED_ACCESS_KEY("SharedAccessKey"),
	SHARED_ACCESS_SIGNATURE("SharedAccessSignature"),
	X509("x509"),
	GATEWAY_HOST_NAME("GatewayHostName");

	private final String text;

	PartName(String text) {
		this.text = text;
	}

	String text() {
		return text;
	}

	String pair(Object value) {
		return text + "=" + value;
	}

	static @Nullable PartName of(String text) {
		for (PartName name : values()) {
			if (name.text.equalsIgnoreCase(text)) {
				return name;
			}
		}
		return null;
	}
}
