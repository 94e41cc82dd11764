// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;

/** Rows in the order of their keys, where some have others in their place and some are left out. */
final class LaggingRows implements Iterator<QueryRow> {

	private final Iterator<? extends QueryRow> live;
	private final Map<String, Optional<QueryRow>> replaced;
	private final Iterator<QueryRow> past;
	private @Nullable QueryRow nextLive;
	private @Nullable QueryRow nextPast;

	/** @param past what is to be in the place of the rows with these keys, empty for nothing */
	LaggingRows(Iterator<? extends QueryRow> live, NavigableMap<String, Optional<QueryRow>> past) {
		this.live = live;
		this.replaced = past;
		this.past = past.values().stream().flatMap(Optional::stream).iterator();
	}

	@Override
	public boolean hasNext() {
		while (nextLive == null && live.hasNext()) {
			QueryRow row = live.next();
			nextLive = replaced.containsKey(row.key()) ? null : row;
		}
		if (nextPast == null && past.hasNext()) {
			nextPast = past.next();
		}
		return nextLive != null || nextPast != null;
	}

	@Override
	public QueryRow next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		QueryRow fromLive = nextLive;
		QueryRow fromPast = nextPast;
		if (fromPast == null || fromLive != null && fromLive.key().compareTo(fromPast.key()) < 0) {
			nextLive = null;
			return Objects.requireNonNull(fromLive);
		}
		nextPast = null;
		return fromPast;
	}
}
