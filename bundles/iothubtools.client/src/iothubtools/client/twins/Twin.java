// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.twins;

import iothubtools.client.names.ClientId;

/**
 * The twin of a device or module (contract §3.5). JSON in it is text, so that {@code 1} and {@code 1.0} stay different
 * (contract §9.9).
 *
 * @param id       whose twin it is
 * @param etag     the version of tags and desired properties together, unquoted
 * @param version  counts every change of the twin
 * @param tags     a JSON object, {@code {}} if there are none; modules of some services have no tags
 * @param desired  what the back end wants
 * @param reported what the device says
 * @param json     the whole twin as the hub gave it, on one line
 */
public record Twin(ClientId id, String etag, long version, String tags, TwinProperties desired,
		TwinProperties reported, String json) {

	/** Whose twin and its version. */
	@Override
	public String toString() {
		return "Twin[" + id + ", version " + version + "]";
	}
}
