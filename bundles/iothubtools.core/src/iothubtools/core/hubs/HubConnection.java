// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.hubs;

import java.util.UUID;

import iothubtools.client.auth.HubHost;

/**
 * A hub a person works with. Holds nothing secret: the shared access key of a policy lives in Secure Storage under
 * {@code id}.
 *
 * @param id            stable, never shown; names the secret
 * @param name          what the person calls the hub; unique among connections
 * @param host          where the hub answers, with its port
 * @param kind          how it is opened
 * @param caCertificate file of additional trusted CA certificates in PEM form, or an empty string for none
 * @param production    whether others depend on the hub, so that nothing is destroyed there without its name
 */
public record HubConnection(String id, String name, HubHost host, ConnectionKind kind, String caCertificate, boolean production) {

	/** A connection to a hub that is not marked. */
	public HubConnection(String id, String name, HubHost host, ConnectionKind kind, String caCertificate) {
		this(id, name, host, kind, caCertificate, false);
	}

	/** A connection with the key of a shared access policy. */
	public HubConnection(String id, String name, HubHost host, String policyName, String caCertificate) {
		this(id, name, host, new ConnectionKind.Policy(policyName), caCertificate);
	}

	/** A connection that was never saved, under a fresh id. */
	public static HubConnection create(String name, HubHost host, String policyName) {
		return create(name, host, new ConnectionKind.Policy(policyName));
	}

	/** The same with any kind of access. */
	public static HubConnection create(String name, HubHost host, ConnectionKind kind) {
		return new HubConnection(UUID.randomUUID().toString(), name, host, kind, "");
	}

	/** The shared access policy that the key belongs to (contract §1.2); empty where there is none. */
	public String policyName() {
		return kind instanceof ConnectionKind.Policy policy ? policy.name() : kind instanceof ConnectionKind.EventHub endpoint ? endpoint.policyName() : "";
	}

	/** Whether it is no hub, but an endpoint where only what devices send can be read. */
	public boolean isEventHub() {
		return kind instanceof ConnectionKind.EventHub;
	}

	/** Whether it is opened by a sign-in at Microsoft Entra ID. */
	public boolean isEntra() {
		return kind instanceof ConnectionKind.Entra;
	}

	/** Whether both lead to the same hub, as far as their names tell. */
	public boolean isSameHub(HubConnection other) {
		return id.equals(other.id) || host.isSameHub(other.host);
	}

	/** The same connection with another file of CA certificates; empty for none. */
	public HubConnection withCaCertificate(String file) {
		return new HubConnection(id, name, host, kind, file, production);
	}

	/** The same connection with the mark of production or without it. */
	public HubConnection withProduction(boolean marked) {
		return new HubConnection(id, name, host, kind, caCertificate, marked);
	}
}
