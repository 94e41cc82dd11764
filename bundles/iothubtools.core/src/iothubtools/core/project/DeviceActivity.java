// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.project;

/** What the program of a device can do, each in a class of its own; in the order in which it begins. */
public enum DeviceActivity {

	/** Cloud-to-device messages are taken. */
	MESSAGES("CloudMessages"),
	/** Direct methods are answered. */
	METHODS("DirectMethods"),
	/** Desired properties are heard of, and others reported. */
	TWIN("TwinProperties"),
	/** Telemetry is sent. */
	TELEMETRY("Telemetry");

	private final String className;

	DeviceActivity(String className) {
		this.className = className;
	}

	/** Simple name of the class that does it. */
	String className() {
		return className;
	}
}
