// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.commands;

/**
 * A message handed to its receiver, who has it alone until the lock runs out (contract §3.7).
 *
 * @param lockToken what the receiver says when it completes, rejects or abandons it
 * @param message   the message
 */
public record LockedMessage(String lockToken, QueuedMessage message) {
}
