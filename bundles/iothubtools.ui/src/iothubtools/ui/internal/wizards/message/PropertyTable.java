// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.util.Util;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;

import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.clipboard.Clipboards;
import iothubtools.ui.internal.forms.Fields;

/**
 * The table of application properties. By keyboard: Insert adds, Delete removes, Ctrl+V (Command+V on a Mac) pastes lines, F2
 * edits, Tab moves on while editing. No table of the room {@code table}: its cells are edited in place, and are sent in their order.
 */
public final class PropertyTable {

	/** That can be seen at the least. */
	private static final int ROWS = 5;

	private final PairNames names;
	private final List<MessageProperty> properties;
	private final Runnable changed;
	private final TableViewer viewer;
	private final Button remove;

	/** Makes the table of application properties and its buttons; it has no label. */
	public PropertyTable(Composite parent, List<MessageProperty> properties, Runnable changed) {
		this(parent, PairNames.PROPERTIES, properties, changed);
	}

	/** Makes a table of other names with something for each, and its buttons; it has no label. */
	public PropertyTable(Composite parent, PairNames names, List<MessageProperty> properties, Runnable changed) {
		this.names = names;
		this.properties = properties;
		this.changed = changed;
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).extendedMargins(8, 0, 0, 0).applyTo(area);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		viewer = createViewer(area);
		Composite buttons = new Composite(area, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(buttons);
		GridDataFactory.fillDefaults().applyTo(buttons);
		Fields.button(buttons, Messages.Add_property, names.addId(), this::add);
		remove = Fields.button(buttons, Messages.Remove_property, names.removeId(), this::remove);
		Button paste = Fields.button(buttons, Messages.Paste_properties, names.pasteId(),
				this::paste);
		paste.setToolTipText(Messages.Paste_tooltip);
		remove.setEnabled(false);
		viewer.addSelectionChangedListener(event -> remove.setEnabled(!event.getSelection().isEmpty()));
	}

	/** Shows the properties anew, when they are others. */
	public void refresh() {
		viewer.refresh();
	}

	/** The table. */
	public Table table() {
		return viewer.getTable();
	}

	private TableViewer createViewer(Composite area) {
		Composite frame = new Composite(area, SWT.NONE);
		TableColumnLayout columns = new TableColumnLayout();
		frame.setLayout(columns);
		TableViewer made = new TableViewer(frame, SWT.BORDER | SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL);
		Table table = WidgetIds.mark(made.getTable(), names.tableId());
		Fields.accessibleName(table, names.accessible());
		table.setHeaderVisible(true);
		table.setLinesVisible(true);
		GridDataFactory.fillDefaults().grab(true, true).hint(300, table.getHeaderHeight() + table.getItemHeight() * ROWS).applyTo(frame);
		made.setContentProvider(ArrayContentProvider.getInstance());
		columns.setColumnData(PropertyColumn.name(made, names.name(), changed).getColumn(), new ColumnWeightData(names.nameWeight(), 120));
		columns.setColumnData(PropertyColumn.value(made, names.value(), changed).getColumn(), new ColumnWeightData(100 - names.nameWeight(), 120));
		PropertyColumn.editByKeyboard(made);
		table.addKeyListener(KeyListener.keyPressedAdapter(event -> {
			if (event.keyCode == SWT.INSERT) {
				add();
			} else if (event.keyCode == SWT.DEL || event.keyCode == SWT.BS && Util.isMac()) {
				// the key that a Mac calls delete is the backspace of others
				remove();
			} else if (event.keyCode == 'v' && event.stateMask == SWT.MOD1) {
				paste();
			}
		}));
		made.setInput(properties);
		return made;
	}

	private void add() {
		MessageProperty property = new MessageProperty("", "");
		properties.add(property);
		viewer.refresh();
		viewer.setSelection(new StructuredSelection(property), true);
		viewer.editElement(property, 0);
		changed.run();
	}

	private void remove() {
		int row = viewer.getTable().getSelectionIndex();
		properties.removeAll(viewer.getStructuredSelection().toList());
		viewer.refresh();
		if (!properties.isEmpty()) {
			viewer.setSelection(new StructuredSelection(properties.get(Math.min(row, properties.size() - 1))));
		}
		table().setFocus();
		changed.run();
	}

	private void paste() {
		String text = Clipboards.text();
		if (!text.isEmpty()) {
			List<MessageProperty> pasted = MessageProperty.parse(text);
			properties.addAll(pasted);
			viewer.refresh();
			viewer.setSelection(new StructuredSelection(pasted), true);
			changed.run();
		}
	}
}
