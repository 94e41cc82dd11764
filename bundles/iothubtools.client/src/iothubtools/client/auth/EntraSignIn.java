// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.auth;

/**
 * Somebody who has signed in at Microsoft Entra ID, with roles for the hub's data.
 *
 * @param tokens where the tokens come from that show it
 */
public record EntraSignIn(AccessTokenSource tokens) implements HubCredential {
}
