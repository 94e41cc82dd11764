// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.variables;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.core.connections.HubConnections;
import iothubtools.core.hubs.HubConnection;

/**
 * What the argument of a variable names: a hub, a device of it or a module of that.
 *
 * @param deviceId null for the hub itself
 * @param moduleId null for the device itself
 */
record HubReference(HubConnection connection, @Nullable String deviceId, @Nullable String moduleId) {

	/** Between the ids. */
	static final char SEPARATOR = '/';

	/**
	 * Reads {@code hub}, {@code hub/device} or {@code hub/device/module}. A hub is named by its connection, as the view shows it, or by its
	 * host, which others who share a launch configuration have in common; nothing at all is the default hub.
	 *
	 * @throws CoreException saying what is wrong
	 */
	static HubReference parse(String text, HubConnections connections) throws CoreException {
		List<HubConnection> all = connections.all();
		if (all.isEmpty()) {
			throw NoValue.because(Messages.No_hub);
		}
		HubConnection byDefault = connections.defaultConnection();
		if (text.isEmpty() && byDefault != null) {
			return new HubReference(byDefault, null, null);
		}
		String hub = longestName(text, all);
		String rest = text.substring(hub.length());
		HubConnection connection = named(hub, all).orElseThrow(() -> unknown(text, all));
		if (rest.isEmpty()) {
			return new HubReference(connection, null, null);
		}
		String[] ids = rest.substring(1).split(String.valueOf(SEPARATOR), -1);
		if (ids.length > 2 || Stream.of(ids).anyMatch(String::isBlank)) {
			throw NoValue.because(NLS.bind(Messages.Id_missing, text));
		}
		return new HubReference(connection, ids[0], ids.length == 1 ? null : ids[1]);
	}

	/** The name of a hub that the text begins with; names may have slashes in them. Empty if there is none. */
	private static String longestName(String text, List<HubConnection> all) {
		return all.stream().flatMap(HubReference::names).filter(name -> text.equals(name) || text.startsWith(name + SEPARATOR))
				.max(Comparator.comparingInt(String::length)).orElse("");
	}

	private static Stream<String> names(HubConnection connection) {
		return Stream.of(connection.name(), connection.host().toString(), connection.host().name());
	}

	/** By the name that the view shows, and only then by the host. */
	private static Optional<HubConnection> named(String name, List<HubConnection> all) {
		return all.stream().filter(connection -> connection.name().equals(name)).findFirst()
				.or(() -> all.stream().filter(connection -> names(connection).anyMatch(name::equals)).findFirst());
	}

	private static CoreException unknown(String text, List<HubConnection> all) {
		int end = text.indexOf(SEPARATOR);
		return NoValue.because(NLS.bind(Messages.Unknown_hub, end < 0 ? text : text.substring(0, end),
				all.stream().map(HubConnection::name).collect(Collectors.joining(", "))));
	}

	/** What it is called where something is said of it. */
	String name() {
		String module = moduleId;
		String device = deviceId;
		return module != null ? device + SEPARATOR + module : device != null ? device : connection.name();
	}
}
