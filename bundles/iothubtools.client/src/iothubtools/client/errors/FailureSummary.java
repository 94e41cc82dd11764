// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.errors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The failures of many calls, sorted by kind: however many calls fail, a person reads one line for each kind. Safe for use
 * by several threads.
 */
public final class FailureSummary {

	/**
	 * Failures that have one reason.
	 *
	 * @param name  the service's name of the error, such as {@code ServiceUnavailable}, or why no hub answered, such as
	 *              {@code CONNECTION_LOST}
	 * @param items what failed, such as the ids of devices, in the order in which it did; at least one
	 * @param first why the first of them failed
	 */
	public record Kind(String name, List<String> items, HubException first) {

		public Kind {
			items = List.copyOf(items);
		}

		/** How many there were. */
		public int count() {
			return items.size();
		}

		/** One line for a person. */
		@Override
		public String toString() {
			return count() + " × " + name + ": " + first.getMessage();
		}
	}

	private final Map<String, HubException> first = new LinkedHashMap<>();
	private final Map<String, List<String>> items = new HashMap<>();

	/** Adds what failed, and why. */
	public synchronized void add(String item, HubException failure) {
		String name = name(failure);
		first.putIfAbsent(name, failure);
		items.computeIfAbsent(name, added -> new ArrayList<>()).add(item);
	}

	/** The kinds, in the order in which the first of each came. */
	public synchronized List<Kind> kinds() {
		return first.entrySet().stream()
				.map(kind -> new Kind(kind.getKey(), items.getOrDefault(kind.getKey(), List.of()), kind.getValue())).toList();
	}

	/** How many failures there were. */
	public synchronized int count() {
		return items.values().stream().mapToInt(List::size).sum();
	}

	private static String name(HubException failure) {
		if (failure instanceof ServiceException service) {
			return service.errorName().isEmpty() ? "HTTP " + service.status() : service.errorName();
		}
		if (failure instanceof ConnectionException connection) {
			return connection.kind().name();
		}
		if (failure instanceof SignInException signIn) {
			return signIn.kind().name();
		}
		return failure instanceof ProtocolException protocol ? protocol.kind().name() : failure.getClass().getSimpleName();
	}

	/** One line for each kind. */
	@Override
	public String toString() {
		return String.join("\n", kinds().stream().map(Kind::toString).toList());
	}
}
