// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.devices;

/**
 * How a list of all devices ended.
 *
 * @param count   devices handed over
 * @param limited whether the policy may not query, so that at most 1000 devices were given though there may be more
 */
public record Listing(int count, boolean limited) {
}
