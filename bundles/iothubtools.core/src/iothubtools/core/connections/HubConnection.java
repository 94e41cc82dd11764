// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.connections;

import java.util.UUID;

import iothubtools.client.auth.HubHost;

/**
 * A hub a person works with. Holds nothing secret: the shared access key of {@code policyName} lives in the
 * {@link SecretStore} under {@code id}.
 *
 * @param id            stable, never shown; names the secret
 * @param name          what the person calls the hub; unique among connections
 * @param host          where the hub answers, with its port
 * @param policyName    the shared access policy the key belongs to (contract §1.2)
 * @param caCertificate file of additional trusted CA certificates in PEM form, or an empty string for none
 */
public record HubConnection(String id, String name, HubHost host, String policyName, String caCertificate) {

	/** A connection that was never saved, under a fresh id. */
	public static HubConnection create(String name, HubHost host, String policyName) {
		return new HubConnection(UUID.randomUUID().toString(), name, host, policyName, "");
	}

	/** The same connection with another file of CA certificates; empty for none. */
	public HubConnection withCaCertificate(String file) {
		return new HubConnection(id, name, host, policyName, file);
	}
}
