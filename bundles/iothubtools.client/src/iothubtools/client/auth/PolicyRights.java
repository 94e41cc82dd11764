// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.auth;

/**
 * What a shared access policy may do, as tried out (contract §1.2).
 *
 * @param registryRead   read device identities
 * @param registryWrite  create, change and delete device identities
 * @param serviceConnect query, twins, direct methods
 */
public record PolicyRights(boolean registryRead, boolean registryWrite, boolean serviceConnect) {
}
