// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.connections;

/**
 * A direct method on its way to a device (contract §3.6).
 *
 * @param name     what to do
 * @param payload  any JSON value, as text
 */
public record MethodCall(String name, String payload) {
}
