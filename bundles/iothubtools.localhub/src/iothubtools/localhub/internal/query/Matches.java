// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.util.Iterator;
import java.util.NoSuchElementException;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.query.language.Expression;

/** The rows that a condition holds for. */
final class Matches implements Iterator<QueryRow> {

	private final Iterator<? extends QueryRow> rows;
	private final @Nullable Expression condition;
	private final RowCheck check;
	private @Nullable QueryRow found;

	/**
	 * Of these rows.
	 *
	 * @param condition null for all rows
	 * @param check     is asked at each row
	 */
	Matches(Iterator<? extends QueryRow> rows, @Nullable Expression condition, RowCheck check) {
		this.rows = rows;
		this.condition = condition;
		this.check = check;
	}

	@Override
	public boolean hasNext() {
		Expression wanted = condition;
		while (found == null && rows.hasNext()) {
			check.check();
			QueryRow row = rows.next();
			if (wanted == null || wanted.holds(row)) {
				found = row;
			}
		}
		return found != null;
	}

	@Override
	public QueryRow next() {
		QueryRow row = hasNext() ? found : null;
		if (row == null) {
			throw new NoSuchElementException();
		}
		found = null;
		return row;
	}
}
