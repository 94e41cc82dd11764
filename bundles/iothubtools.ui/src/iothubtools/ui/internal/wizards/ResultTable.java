// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards;

import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;

import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;

/**
 * The table of a {@link ResultPage}: a row for each thing the wizard did.
 *
 * @param <T> of a row
 */
public final class ResultTable<@NonNull T> {

	private static final int ROWS = 8;
	/** Of a column: a time is seen as a whole. */
	private static final int LEAST_CHARACTERS = 16;

	/** What a cell says. */
	public interface Words<@NonNull T> {
		String of(T row);
	}

	/** What stands before it; null for nothing. */
	public interface Icon<@NonNull T> {
		@Nullable
		Image of(T row);
	}

	private final Class<T> type;
	private final TableColumnLayout columns = new TableColumnLayout();
	private final TableViewer viewer;
	private final int leastWidth;

	/**
	 * Takes the room that is left in a grid of one column.
	 *
	 * @param id    of the table
	 * @param label for those who do not see it
	 */
	public ResultTable(Composite page, Class<T> type, String id, String label) {
		this.type = type;
		leastWidth = new PixelConverter(page).convertWidthInCharsToPixels(LEAST_CHARACTERS);
		Composite frame = new Composite(page, SWT.NONE);
		frame.setLayout(columns);
		viewer = new TableViewer(frame, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL);
		Table table = WidgetIds.mark(viewer.getTable(), id);
		Fields.accessibleName(table, label);
		table.setHeaderVisible(true);
		table.setLinesVisible(true);
		GridDataFactory.fillDefaults().grab(true, true).hint(400, table.getHeaderHeight() + table.getItemHeight() * ROWS).applyTo(frame);
		viewer.setContentProvider(ArrayContentProvider.getInstance());
		viewer.setUseHashlookup(true);
	}

	/** Adds a column of words. */
	public ResultTable<T> column(String heading, int weight, Words<T> words) {
		return column(heading, weight, words, row -> null);
	}

	/**
	 * Adds a column.
	 *
	 * @param weight its share of the width
	 */
	public ResultTable<T> column(String heading, int weight, Words<T> words, Icon<T> icon) {
		TableViewerColumn column = new TableViewerColumn(viewer, SWT.NONE);
		column.getColumn().setText(heading);
		columns.setColumnData(column.getColumn(), new ColumnWeightData(weight, leastWidth));
		column.setLabelProvider(new ColumnLabelProvider() {
			@Override
			public String getText(@Nullable Object element) {
				return type.isInstance(element) ? words.of(type.cast(element)) : "";
			}

			@Override
			public @Nullable Image getImage(@Nullable Object element) {
				return type.isInstance(element) ? icon.of(type.cast(element)) : null;
			}
		});
		return this;
	}

	/** Its input is a list of rows. */
	public TableViewer viewer() {
		return viewer;
	}
}
