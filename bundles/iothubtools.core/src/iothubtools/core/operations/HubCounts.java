// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

/**
 * How many devices a hub says that it has; may lag behind (contract §3.2).
 *
 * @param total     devices in the registry
 * @param enabled   of them, those that may connect
 * @param disabled  of them, those that may not
 * @param connected of them, those that are connected
 */
public record HubCounts(long total, long enabled, long disabled, long connected) {
}
