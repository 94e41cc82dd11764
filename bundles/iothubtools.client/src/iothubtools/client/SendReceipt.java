// SPDX-License-Identifier: EPL-2.0
package iothubtools.client;

import java.time.Duration;

/**
 * The hub has taken a message.
 *
 * @param status    the HTTP status, 204
 * @param elapsed   from the call to the reply, repeated tries included
 * @param requestId the hub's {@code x-ms-request-id}, empty if the reply had none
 */
public record SendReceipt(int status, Duration elapsed, String requestId) {
}
