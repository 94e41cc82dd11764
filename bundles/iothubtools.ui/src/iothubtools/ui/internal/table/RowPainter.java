// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.swt.widgets.TableItem;

/** Gives a row that comes into sight its texts and images. */
@FunctionalInterface
public interface RowPainter<R extends TableRow> {

	/** Called on the UI thread, for items without anything. */
	void paint(TableItem item, @NonNull R row);
}
