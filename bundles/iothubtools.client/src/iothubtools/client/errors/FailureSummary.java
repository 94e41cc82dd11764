// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.errors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The failures of many calls, counted by kind: however many calls fail, a person reads one line for each kind. Safe for use
 * by several threads.
 */
public final class FailureSummary {

	/**
	 * Failures that have one reason.
	 *
	 * @param name  the service's name of the error, such as {@code ServiceUnavailable}, or why no hub answered, such as
	 *              {@code CONNECTION_LOST}
	 * @param count how many there were
	 * @param first the first of them
	 */
	public record Kind(String name, int count, HubException first) {

		/** One line for a person. */
		@Override
		public String toString() {
			return count + " × " + name + ": " + first.getMessage();
		}
	}

	private final Map<String, Kind> kinds = new LinkedHashMap<>();

	/** Counts a failure. */
	public synchronized void add(HubException failure) {
		kinds.merge(name(failure), new Kind(name(failure), 1, failure),
				(known, added) -> new Kind(known.name(), known.count() + 1, known.first()));
	}

	/** The kinds, in the order in which the first of each came. */
	public synchronized List<Kind> kinds() {
		return new ArrayList<>(kinds.values());
	}

	/** How many failures there were. */
	public synchronized int count() {
		return kinds.values().stream().mapToInt(Kind::count).sum();
	}

	private static String name(HubException failure) {
		if (failure instanceof ServiceException service) {
			return service.errorName().isEmpty() ? "HTTP " + service.status() : service.errorName();
		}
		if (failure instanceof ConnectionException connection) {
			return connection.kind().name();
		}
		return failure instanceof ProtocolException protocol ? protocol.kind().name() : failure.getClass().getSimpleName();
	}

	/** One line for each kind. */
	@Override
	public String toString() {
		return String.join("\n", kinds().stream().map(Kind::toString).toList());
	}
}
