// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.devices;

/**
 * The properties of a device's twin as the device itself sees them (contract §8.2): without tags, and without the times at which each was
 * changed.
 *
 * @param desired         what the back end wants: a JSON object, numbers as the hub wrote them
 * @param desiredVersion  counts the changes of that
 * @param reported        what the device has said, likewise
 * @param reportedVersion counts the changes of that
 */
public record DeviceTwin(String desired, long desiredVersion, String reported, long reportedVersion) {
}
