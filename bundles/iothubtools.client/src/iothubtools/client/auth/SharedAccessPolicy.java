// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.auth;

/**
 * A shared access policy with its key.
 *
 * @param name its name
 * @param key  its primary or secondary key
 */
public record SharedAccessPolicy(String name, SharedAccessKey key) implements HubCredential {
}
