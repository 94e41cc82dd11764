// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Ids of devices, sorted once so that each key that is typed finds those it is about at once. Upper and lower case do not differ for who looks,
 * though they do for the hub. Immutable.
 */
public final class ListedIds {

	/** There are none. */
	public static final ListedIds NONE = new ListedIds(List.of());

	/** As many are looked at for what is within them, which takes milliseconds; of more devices only the beginning finds all. */
	private static final int MOST_LOOKS = 100_000;

	private record Id(String id, String lower) {
	}

	private final String[] ids;
	private final String[] lower;

	/** Sorts them: not for the UI thread when they are many. */
	public ListedIds(Collection<String> all) {
		Id[] sorted = all.stream().map(id -> new Id(id, id.toLowerCase(Locale.ROOT))).toArray(Id[]::new);
		Arrays.sort(sorted, Comparator.comparing(Id::lower).thenComparing(Id::id));
		ids = Stream.of(sorted).map(Id::id).toArray(String[]::new);
		lower = Stream.of(sorted).map(Id::lower).toArray(String[]::new);
	}

	/** Whether there are none. */
	public boolean isEmpty() {
		return ids.length == 0;
	}

	/**
	 * Those that begin with a text, then those that have it within.
	 *
	 * @param part  any if empty
	 * @param limit how many at most
	 */
	public List<String> find(String part, int limit) {
		String wanted = part.toLowerCase(Locale.ROOT);
		List<String> found = new ArrayList<>();
		int place = Arrays.binarySearch(lower, wanted);
		int first = place < 0 ? -place - 1 : place;
		// of equals it may be any
		while (first > 0 && lower[first - 1].equals(wanted)) {
			first--;
		}
		for (int i = first; i < ids.length && found.size() < limit && lower[i].startsWith(wanted); i++) {
			found.add(ids[i]);
		}
		int looks = Math.min(ids.length, MOST_LOOKS);
		for (int i = 0; i < looks && found.size() < limit; i++) {
			if (lower[i].indexOf(wanted) > 0) {
				found.add(ids[i]);
			}
		}
		return found;
	}
}
