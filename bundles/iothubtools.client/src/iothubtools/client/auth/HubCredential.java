// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.auth;

/** What opens a hub's service API (contract §1.2): the key of a shared access policy, or a sign-in at Microsoft Entra ID. */
public sealed interface HubCredential permits SharedAccessPolicy, EntraSignIn {
}
