// SPDX-License-Identifier: EPL-2.0
package iothubtools.client;

/**
 * How many devices a hub has; may lag behind (contract §3.2).
 *
 * @param total    devices in the registry
 * @param enabled  of them, those that may connect
 * @param disabled of them, those that may not
 */
public record HubStatistics(long total, long enabled, long disabled) {
}
