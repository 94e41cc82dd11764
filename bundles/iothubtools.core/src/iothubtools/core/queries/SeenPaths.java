// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.queries;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import iothubtools.core.hubs.HubConnection;

/** The tags and properties that results of each hub had while the IDE runs, as paths of queries, to be proposed. Safe to use from any thread. */
public final class SeenPaths {

	/** More would be no help to anybody. */
	private static final int MOST = 2000;

	private static final List<String> OF_DEVICES = List.of("tags.", "properties.desired.", "properties.reported.");

	private final Map<String, TreeSet<String>> byHub = new HashMap<>();

	/** A result had these. */
	public synchronized void add(HubConnection connection, Collection<String> paths) {
		TreeSet<String> seen = byHub.computeIfAbsent(connection.id(), id -> new TreeSet<>());
		for (String path : paths) {
			if (seen.size() < MOST && OF_DEVICES.stream().anyMatch(path::startsWith)) {
				seen.add(path);
			}
		}
	}

	/** Those of a hub in the order of the alphabet. */
	public synchronized List<String> of(HubConnection connection) {
		return List.copyOf(byHub.getOrDefault(connection.id(), new TreeSet<>()));
	}
}
