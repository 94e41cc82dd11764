// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;

import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.EventHubConnectionString;
import iothubtools.client.auth.HubHost;
import iothubtools.client.errors.InvalidInputException;

/**
 * Where an Event Hub is.
 *
 * @param host   the name space
 * @param port   where that speaks AMQP
 * @param entity the Event Hub
 */
public record EventHubAddress(String host, int port, String entity) {

	private static final String REDIRECT = "amqp:link:redirect";

	/** Of a connection string that names its event hub. */
	public static EventHubAddress of(EventHubConnectionString given, AmqpAccess hub, int usual) {
		String entity = given.entity();
		HubHost host = given.host();
		// what has a name of the hub's own is the hub's own, where nothing else is said
		int port = host.port() != HubHost.DEFAULT_PORT ? host.port() : host.name().equalsIgnoreCase(hub.host().name()) ? hub.reach().port() : usual;
		return new EventHubAddress(host.name(), port, entity == null ? "" : entity);
	}

	/** Whether this is the answer of a hub that leads somewhere else. */
	public static boolean isRedirect(@Nullable ErrorCondition condition) {
		return condition != null && condition.getCondition() != null && REDIRECT.equals(condition.getCondition().toString());
	}

	/** Where a hub leads to (contract §7.2); null where it does not say so properly. */
	public static @Nullable EventHubAddress redirected(ErrorCondition condition) {
		Map<?, ?> info = condition.getInfo();
		if (info == null) {
			return null;
		}
		try {
			URI address = new URI(text(info, "address"));
			String host = text(info, "hostname");
			Object port = info.get(Symbol.valueOf("port"));
			String[] path = String.valueOf(address.getPath()).split("/");
			HubHost checked = new HubHost(host.isEmpty() ? String.valueOf(address.getHost()) : host,
					port instanceof Number number ? number.intValue() : address.getPort());
			return path.length < 2 || path[1].isEmpty() ? null : new EventHubAddress(checked.name(), checked.port(), path[1]);
		} catch (URISyntaxException | InvalidInputException e) {
			return null;
		}
	}

	private static String text(Map<?, ?> info, String name) {
		Object value = info.get(Symbol.valueOf(name));
		return value == null ? "" : value.toString();
	}

	/** What tokens are for. */
	String audience() {
		return "sb://" + host + '/' + entity;
	}
}
