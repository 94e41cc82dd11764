// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.connections;

/**
 * What a device answers to a direct method (contract §3.6).
 *
 * @param status   a number of the device's choice
 * @param payload  any JSON value, as text
 */
public record MethodAnswer(int status, String payload) {
}
