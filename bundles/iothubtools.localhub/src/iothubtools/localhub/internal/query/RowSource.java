// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.util.Iterator;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.query.language.Expression;

/** The rows of a collection, as of one point in time or as they are when they are reached. */
@FunctionalInterface
public interface RowSource {

	/**
	 * Its rows in the order of their keys.
	 *
	 * @param condition rows that it does not hold for may be left out, the others not; null for all rows
	 * @param after     the key to begin behind, of a row that need not exist any more; null to begin at the first
	 * @param check     is asked at each row that is looked at and left out; whoever reads the rows asks it for the others
	 */
	Iterator<? extends QueryRow> rows(@Nullable Expression condition, @Nullable String after, RowCheck check);
}
