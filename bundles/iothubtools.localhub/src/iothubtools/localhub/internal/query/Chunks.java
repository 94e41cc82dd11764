// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;

/**
 * Goes through a store chunk by chunk, so that no snapshot of the store is held on to for long.
 *
 * @param <T> what the store holds
 */
final class Chunks<T> implements Iterator<T> {

	private final UnaryOperator<List<T>> next;
	private List<T> chunk;
	private int position;

	/**
	 * @param first the first chunk
	 * @param next  gives the chunk behind one that is not empty, an empty one at the end
	 */
	Chunks(List<T> first, UnaryOperator<List<T>> next) {
		this.chunk = first;
		this.next = next;
	}

	@Override
	public boolean hasNext() {
		if (position == chunk.size() && position > 0) {
			chunk = next.apply(chunk);
			position = 0;
		}
		return position < chunk.size();
	}

	@Override
	public T next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		return chunk.get(position++);
	}
}
