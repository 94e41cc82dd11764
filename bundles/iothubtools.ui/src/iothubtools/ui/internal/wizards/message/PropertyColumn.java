// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import java.util.function.BiConsumer;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerEditor;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationEvent;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationStrategy;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.FocusCellOwnerDrawHighlighter;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.TableViewerEditor;
import org.eclipse.jface.viewers.TableViewerFocusCellManager;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.SWT;

/** A column of the property table, edited in place. */
final class PropertyColumn extends EditingSupport {

	private final TableViewer viewer;
	private final Function<MessageProperty, String> getter;
	private final BiConsumer<MessageProperty, String> setter;
	private final Runnable changed;

	private PropertyColumn(TableViewer viewer, Function<MessageProperty, String> getter,
			BiConsumer<MessageProperty, String> setter, Runnable changed) {
		super(viewer);
		this.viewer = viewer;
		this.getter = getter;
		this.setter = setter;
		this.changed = changed;
	}

	static TableViewerColumn name(TableViewer viewer, String title, Runnable changed) {
		return column(viewer, title,
				new PropertyColumn(viewer, MessageProperty::name, MessageProperty::setName, changed));
	}

	static TableViewerColumn value(TableViewer viewer, String title, Runnable changed) {
		return column(viewer, title,
				new PropertyColumn(viewer, MessageProperty::value, MessageProperty::setValue, changed));
	}

	private static TableViewerColumn column(TableViewer viewer, String title, PropertyColumn support) {
		TableViewerColumn column = new TableViewerColumn(viewer, SWT.NONE);
		column.getColumn().setText(title);
		column.setEditingSupport(support);
		column.setLabelProvider(new ColumnLabelProvider() {
			@Override
			public String getText(@Nullable Object element) {
				return support.getter.apply((MessageProperty) element);
			}
		});
		return column;
	}

	/** Lets F2, a double click and code start editing, and Tab move through the cells. */
	static void editByKeyboard(TableViewer viewer) {
		ColumnViewerEditorActivationStrategy strategy = new ColumnViewerEditorActivationStrategy(viewer) {
			@Override
			protected boolean isEditorActivationEvent(@Nullable ColumnViewerEditorActivationEvent event) {
				return switch (event.eventType) {
				case ColumnViewerEditorActivationEvent.KEY_PRESSED -> event.keyCode == SWT.F2;
				case ColumnViewerEditorActivationEvent.MOUSE_DOUBLE_CLICK_SELECTION,
						ColumnViewerEditorActivationEvent.PROGRAMMATIC, ColumnViewerEditorActivationEvent.TRAVERSAL -> true;
				default -> false;
				};
			}
		};
		TableViewerEditor.create(viewer,
				new TableViewerFocusCellManager(viewer, new FocusCellOwnerDrawHighlighter(viewer)), strategy,
				ColumnViewerEditor.TABBING_HORIZONTAL | ColumnViewerEditor.TABBING_MOVE_TO_ROW_NEIGHBOR
						| ColumnViewerEditor.KEYBOARD_ACTIVATION);
	}

	@Override
	protected CellEditor getCellEditor(@Nullable Object element) {
		return new TextCellEditor(viewer.getTable());
	}

	@Override
	protected boolean canEdit(@Nullable Object element) {
		return true;
	}

	@Override
	protected Object getValue(@Nullable Object element) {
		return getter.apply((MessageProperty) element);
	}

	@Override
	protected void setValue(@Nullable Object element, @Nullable Object value) {
		setter.accept((MessageProperty) element, (String) value);
		viewer.update(element, null);
		changed.run();
	}
}
