// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.util.Iterator;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.modules.ModuleIdentity;
import iothubtools.localhub.internal.query.language.Expression;

/** The rows of devices.modules, in the order in which the store has them. */
record ModuleRows(TwinSources sources) implements RowSource {

	private static final int CHUNK = 256;

	@Override
	public Iterator<? extends QueryRow> rows(@Nullable Expression condition, @Nullable String after, RowCheck check) {
		Iterator<ModuleIdentity> modules = new Chunks<>(sources.modules().page(after == null ? null : ClientId.parse(after), CHUNK),
				chunk -> sources.modules().page(chunk.get(chunk.size() - 1).client(), CHUNK));
		return new Iterator<QueryRow>() {

			@Override
			public boolean hasNext() {
				return modules.hasNext();
			}

			@Override
			public QueryRow next() {
				return new ModuleRow(modules.next(), sources);
			}
		};
	}
}
