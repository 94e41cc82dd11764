// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import org.eclipse.jdt.annotation.Nullable;

/** A row of a table. */
public interface TableRow {

	/** What stays the same of the row when its contents change. */
	Object key();

	/** What commands act on when the row is selected; null for a row that only says something. Compared by equals. */
	@Nullable
	Object element();
}
