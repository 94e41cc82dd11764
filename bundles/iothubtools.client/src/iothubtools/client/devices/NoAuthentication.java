// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.devices;

/** The identity has no credentials of its own; the hub refuses this for devices and uses it for modules of IoT Edge. */
public record NoAuthentication() implements DeviceAuthentication {

	/** The value of {@code authentication.type}. */
	public static final String TYPE = "none";

	@Override
	public String type() {
		return TYPE;
	}
}
