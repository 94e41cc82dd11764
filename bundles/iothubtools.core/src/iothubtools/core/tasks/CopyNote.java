// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tasks;

/**
 * What has to be known of a device before it is made at another hub.
 *
 * @param parentId    the IoT Edge device above it; empty for none
 * @param modules     identities of modules that it has, without those that the hub makes by itself; -1 if the policy may not read them
 * @param messages    messages that wait for it
 * @param twinUnknown whether tags and desired properties could not be read
 * @param state       what tells whether somebody has changed it since; see {@link DeletedDevices.Device#state}
 */
public record CopyNote(String parentId, int modules, int messages, boolean twinUnknown, String state) {
}
