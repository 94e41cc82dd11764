// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.preferences;

import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;

import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.preferences.ConnectionsDraft.Row;

/**
 * The table of hub connections, the default one and those of production marked by a word. Enter edits, Delete removes. No table of the room
 * {@code table}: its few rows are a draft, which is changed in place.
 */
final class ConnectionsTable {

	/** Its size before it takes the room that is left. */
	private static final int CHARACTERS = 58;
	private static final int ROWS = 5;

	private final TableViewer viewer;
	private final TableColumnLayout columns = new TableColumnLayout();

	ConnectionsTable(Composite parent, ConnectionsDraft draft, Runnable edit, Runnable remove) {
		Composite frame = new Composite(parent, SWT.NONE);
		frame.setLayout(columns);
		viewer = new TableViewer(frame, SWT.BORDER | SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
		Table table = WidgetIds.mark(viewer.getTable(), ConnectionFields.TABLE);
		Fields.accessibleName(table, Messages.Table_accessible);
		table.setHeaderVisible(true);
		GridDataFactory.fillDefaults().grab(true, true).hint(Fields.characters(table, CHARACTERS), table.getHeaderHeight() + table.getItemHeight() * ROWS)
				.applyTo(frame);
		viewer.setContentProvider(ArrayContentProvider.getInstance());
		column(Messages.Name_column, 34,
				row -> NLS.bind(marked(draft.isDefault(row), row.connection().production()), row.connection().name()));
		column(Messages.Host_name_column, 36, row -> row.connection().host().toString());
		column(Messages.Access_column, 30, row -> row.connection().kind().label());
		viewer.addDoubleClickListener(event -> edit.run());
		table.addKeyListener(KeyListener.keyPressedAdapter(event -> {
			if (event.keyCode == SWT.DEL) {
				remove.run();
			}
		}));
		viewer.setInput(draft.rows());
	}

	private void column(String title, int weight, Function<Row, String> text) {
		TableViewerColumn column = new TableViewerColumn(viewer, SWT.NONE);
		column.getColumn().setText(title);
		columns.setColumnData(column.getColumn(), new ColumnWeightData(weight, 80));
		column.setLabelProvider(ColumnLabelProvider.createTextProvider(element -> text.apply((Row) element)));
	}

	/** The name with what is said of it in words. */
	private static String marked(boolean isDefault, boolean production) {
		if (production) {
			return isDefault ? Messages.Default_production_name : Messages.Production_name;
		}
		return isDefault ? Messages.Default_name : "{0}"; //$NON-NLS-1$
	}

	void onSelection(Runnable listener) {
		viewer.addSelectionChangedListener(event -> listener.run());
	}

	@Nullable
	Row selected() {
		return (Row) viewer.getStructuredSelection().getFirstElement();
	}

	void select(@Nullable Row row) {
		viewer.setSelection(row == null ? StructuredSelection.EMPTY : new StructuredSelection(row), true);
	}

	void refresh() {
		viewer.refresh();
	}
}
