// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.eclipse.core.text.StringMatcher;

/** Whose messages a monitor keeps; what others send is not. */
public sealed interface MonitoredDevices {

	/** Everybody's. */
	MonitoredDevices ALL = new Named(List.of());

	/**
	 * Devices that somebody named.
	 *
	 * @param ids with {@code *} and {@code ?}; empty for all
	 */
	record Named(List<String> ids) implements MonitoredDevices {

		/** Copies the list. */
		public Named {
			ids = List.copyOf(ids);
		}

		Predicate<String> test() {
			if (ids.isEmpty()) {
				return id -> true;
			}
			List<StringMatcher> matchers = ids.stream().map(pattern -> new StringMatcher(pattern, false, false)).toList();
			return id -> {
				for (StringMatcher matcher : matchers) {
					if (matcher.match(id)) {
						return true;
					}
				}
				return false;
			};
		}
	}

	/**
	 * The devices that a query finds, whose rows have a {@code deviceId}. It is run when the monitor begins, and again when somebody asks for that:
	 * a device that comes to fit later is not among them before.
	 *
	 * @param name what a person calls the query; empty where it has no name
	 */
	record OfQuery(String name, String query) implements MonitoredDevices {

		/** More ids than these are left out, which is said. */
		public static final int MOST = 10_000;
	}

	/**
	 * What a query found.
	 *
	 * @param ids  of devices, exactly as they are written
	 * @param more whether there are more than {@link OfQuery#MOST}, which are left out
	 */
	record Found(Set<String> ids, boolean more) {

		/** Copies the set. */
		public Found {
			ids = Set.copyOf(ids);
		}
	}
}
