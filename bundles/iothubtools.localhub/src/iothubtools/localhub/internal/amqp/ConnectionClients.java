// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.connections.Connections;
import iothubtools.localhub.internal.kernel.ClientId;

/** The devices and modules that have links on a connection: each is connected as long as it has one. */
final class ConnectionClients {

	private final Connections connections;
	private final Map<ClientId, ClientLinks> all = new HashMap<>();

	/** With what the rest of the hub knows of who is connected. */
	ConnectionClients(Connections connections) {
		this.connections = connections;
	}

	/** The links of a client; null while it has none. */
	@Nullable ClientLinks find(ClientId client) {
		return all.get(client);
	}

	/** All of them. */
	List<ClientLinks> all() {
		return List.copyOf(all.values());
	}

	/** A client that is connected from now on. */
	void add(ClientLinks links) {
		all.put(links.client(), links);
		connections.add(links);
	}

	/** A link is gone, of whomever it was. */
	void remove(LinkNode node) {
		for (ClientLinks links : all()) {
			if (links.nodes().contains(node)) {
				links.remove(node);
				forgetIfEmpty(links);
			}
		}
	}

	/** Forgets a client that has no link. */
	void forgetIfEmpty(ClientLinks links) {
		if (links.nodes().isEmpty() && all.remove(links.client(), links)) {
			connections.remove(links);
		}
	}
}
