// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.query;

import java.util.List;

import iothubtools.core.queries.ResultRow;
import iothubtools.ui.internal.table.ItemGroup;

/** The rows of a result as far as they have come, to be sorted. */
record ResultRows(List<List<ResultRow>> pages) implements ItemGroup<ResultRow> {

	@Override
	public String id() {
		return "result";
	}

	@Override
	public boolean sameItems(ItemGroup<ResultRow> earlier) {
		List<List<ResultRow>> before = earlier.pages();
		return before.size() == pages.size() && (pages.isEmpty() || before.get(pages.size() - 1) == pages.get(pages.size() - 1)
				&& before.get(0) == pages.get(0));
	}
}
