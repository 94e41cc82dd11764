// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.List;

import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ListSelectionDialog;

/** The dialog in which a person chooses the columns of a table, with the keyboard too. */
public final class ColumnChooser {

	private ColumnChooser() {
	}

	/** Asks, and shows what was chosen. The column that tells items apart is not in question. */
	public static <T> void open(Shell shell, TableColumns<T> columns) {
		List<Column<T>> inQuestion = columns.columns().all().stream().filter(column -> !column.equals(columns.columns().first())).toList();
		ListSelectionDialog dialog = ListSelectionDialog.of(inQuestion).contentProvider(ArrayContentProvider.getInstance())
				.labelProvider(LabelProvider.createTextProvider(column -> ((Column<?>) column).heading()))
				.title(Messages.Columns_title).message(Messages.Columns_message)
				.preselect(inQuestion.stream().filter(column -> !columns.isHidden(column)).toArray()).create(shell);
		if (dialog.open() == Window.OK) {
			List<Object> chosen = List.of(dialog.getResult());
			inQuestion.forEach(column -> columns.hide(column, !chosen.contains(column)));
		}
	}
}
