// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.XMLMemento;
import org.eclipse.ui.dialogs.ListSelectionDialog;

import iothubtools.core.telemetry.MessageField;
import iothubtools.core.telemetry.NumberedMessage;
import iothubtools.ui.internal.KeptText;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.table.CellToolTip;
import iothubtools.ui.internal.table.Column;
import iothubtools.ui.internal.table.ColumnMenu;
import iothubtools.ui.internal.table.Columns;
import iothubtools.ui.internal.table.ItemRow;
import iothubtools.ui.internal.table.RowList;
import iothubtools.ui.internal.table.RowSection;
import iothubtools.ui.internal.table.RowTable;
import iothubtools.ui.internal.table.RowsText;
import iothubtools.ui.internal.table.TableColumns;

/**
 * The messages, in the order in which they came. Other fields are other columns, and another table; what a person has made of columns that stay
 * is kept.
 */
final class MessageTable {

	private static final String FIELDS = "fields";
	private static final String SEPARATOR = "\n";
	/** That are seen of a body. */
	private static final int LEAST_OF_BODY = 28;

	/** A table with its columns. */
	private record Shown(Columns<NumberedMessage> columns, TableColumns<NumberedMessage> heads, RowTable<ItemRow<NumberedMessage>> rows) {
	}

	private final Composite parent;
	private final Consumer<Table> made;
	private final Runnable selected;
	private final Supplier<List<MessageField>> seen;
	private List<MessageField> fields = List.of();
	private List<NumberedMessage> messages = List.of();
	private Shown shown;

	/**
	 * @param made     is given each new table, to add menus and the like
	 * @param selected hears when other rows are selected
	 * @param seen     gives the fields that messages were seen to have
	 */
	MessageTable(Composite parent, Consumer<Table> made, Runnable selected, Supplier<List<MessageField>> seen) {
		this.seen = seen;
		this.parent = parent;
		this.made = made;
		this.selected = selected;
		shown = table(MessageColumns.with(fields));
	}

	private Shown table(Columns<NumberedMessage> columns) {
		int source = columns.all().stream().map(Column::id).toList().indexOf(MessageColumns.SOURCE);
		RowTable<ItemRow<NumberedMessage>> rows = new RowTable<>(parent, SWT.MULTI, table -> (item, row) -> {
			item.setText(columns.texts(row.item()));
			item.setImage(source, SourceLabels.image(row.item().message()));
		});
		rows.selectReturning();
		Table table = WidgetIds.mark(rows.table(), WidgetIds.MONITOR_MESSAGES);
		Fields.accessibleName(table, Messages.Table_accessible);
		TableColumns<NumberedMessage> heads = new TableColumns<>(table, columns, column -> {
			// what comes is shown in its order
		});
		Column<NumberedMessage> body = columns.find(MessageColumns.BODY);
		if (body != null) {
			// what is looked for comes first: the rest is said beside the rows, too
			heads.fill(body, Fields.characters(table, LEAST_OF_BODY));
		}
		CellToolTip.install(rows, heads);
		ColumnMenu.install(table, heads, this::chooseColumns);
		table.addListener(SWT.Selection, event -> selected.run());
		made.accept(table);
		return new Shown(columns, heads, rows);
	}

	/** The widget of now. */
	Table widget() {
		return shown.rows().table();
	}

	/** @param end whether the last one is brought into sight */
	void show(List<NumberedMessage> newMessages, boolean end) {
		messages = newMessages;
		shown.rows().show(new RowList<>(List.of(RowSection.of(newMessages, NumberedMessage::number))), end);
	}

	/** Selects a message that is shown, and brings it into sight. */
	void reveal(NumberedMessage message) {
		shown.rows().reveal(message.number());
	}

	/** What is shown now. */
	List<NumberedMessage> messages() {
		return messages;
	}

	/** The fields that have columns. */
	List<MessageField> fields() {
		return fields;
	}

	/** Takes away the columns of fields. */
	void withoutFields() {
		if (!fields.isEmpty()) {
			fields(List.of());
		}
	}

	private void fields(List<MessageField> newFields) {
		XMLMemento kept = XMLMemento.createWriteRoot("columns");
		shown.heads().save(kept);
		boolean moved = !Arrays.equals(widget().getColumnOrder(), IntStream.range(0, shown.columns().count()).toArray());
		boolean focused = widget().isFocusControl();
		widget().dispose();
		fields = List.copyOf(newFields);
		shown = table(MessageColumns.with(fields));
		shown.heads().restore(kept);
		if (!moved) {
			// a new column stands where it belongs, not behind those that are hidden
			widget().setColumnOrder(IntStream.range(0, shown.columns().count()).toArray());
		}
		parent.layout();
		show(messages, false);
		selected.run();
		if (focused) {
			widget().setFocus();
		}
	}

	/** Asks which columns are to be seen: those that every message has, and fields that some were seen to have. */
	void chooseColumns() {
		List<Column<NumberedMessage>> fixed = shown.columns().all().stream().skip(1).filter(column -> !column.id().startsWith("field.")).toList();
		List<MessageField> all = Stream.concat(fields.stream(), seen.get().stream()).distinct().toList();
		List<Object> inQuestion = Stream.concat(fixed.stream(), all.stream()).map(Object.class::cast).toList();
		Object[] before = Stream.concat(fixed.stream().filter(column -> !shown.heads().isHidden(column)), fields.stream()).toArray();
		ListSelectionDialog dialog = ListSelectionDialog.of(inQuestion).contentProvider(ArrayContentProvider.getInstance())
				.labelProvider(LabelProvider.createTextProvider(MessageTable::name)).title(Messages.Columns_title).message(Messages.Columns_message)
				.preselect(before).create(parent.getShell());
		if (dialog.open() == Window.OK) {
			Set<Object> chosen = Set.of(dialog.getResult());
			fixed.forEach(column -> shown.heads().hide(column, !chosen.contains(column)));
			List<MessageField> now = all.stream().filter(chosen::contains).toList();
			if (!now.equals(fields)) {
				fields(now);
			}
		}
	}

	private static String name(@Nullable Object inQuestion) {
		return inQuestion instanceof Column<?> column ? column.heading() : inQuestion instanceof MessageField field ? field.text() : "";
	}

	/** The selected messages in their order. */
	List<NumberedMessage> selected() {
		return widget().isDisposed() ? List.of() : shown.rows().selected().stream().map(ItemRow::item).toList();
	}

	/** Whether the last message is the only one that is selected, or none is. */
	boolean atEnd() {
		List<NumberedMessage> chosen = selected();
		return chosen.isEmpty() || chosen.size() == 1 && chosen.get(0).equals(messages.get(messages.size() - 1));
	}

	/** The selected rows as lines of tab-separated columns, below a line of titles. */
	String selectedAsText() {
		List<NumberedMessage> chosen = selected();
		return chosen.isEmpty() ? "" : RowsText.of(chosen, shown.heads());
	}

	void selectAll() {
		widget().selectAll();
		widget().notifyListeners(SWT.Selection, new Event());
	}

	void save(IMemento memento) {
		shown.heads().save(memento);
		KeptText.put(memento, FIELDS, fields.stream().map(MessageField::text).collect(Collectors.joining(SEPARATOR)));
	}

	void restore(IMemento memento) {
		String kept = memento.getString(FIELDS);
		if (kept != null && !kept.isEmpty()) {
			fields(Stream.of(kept.split(SEPARATOR)).map(MessageField::of).filter(Objects::nonNull).toList());
		}
		shown.heads().restore(memento);
	}
}
