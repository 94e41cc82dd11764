// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.methods;

/**
 * What a device answered to a direct method.
 *
 * @param status  the device's own; what it means, the device decides
 * @param payload any JSON, on one line, numbers and texts as the device wrote them; {@code null} as text for none;
 *                what is no JSON as it came
 */
public record MethodResult(int status, String payload) {
}
