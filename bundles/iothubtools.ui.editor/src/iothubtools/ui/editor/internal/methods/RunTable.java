// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.methods;

import java.util.List;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

import iothubtools.core.methods.MethodRun;
import iothubtools.core.methods.MethodRun.Answered;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;

/** Methods that were run, the newest first. */
final class RunTable {

	private final TableViewer viewer;
	private List<MethodRun> runs = List.of();

	/** @param selected hears that others are selected */
	RunTable(Composite parent, Runnable selected) {
		Composite frame = new Composite(parent, SWT.NONE);
		TableColumnLayout columns = new TableColumnLayout();
		frame.setLayout(columns);
		viewer = new TableViewer(frame, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL | SWT.MULTI);
		Table table = WidgetIds.mark(viewer.getTable(), MethodIds.RUNS);
		Fields.accessibleName(table, Messages.Runs_accessible);
		table.setHeaderVisible(true);
		viewer.setContentProvider(ArrayContentProvider.getInstance());
		viewer.setUseHashlookup(true);
		column(columns, Messages.Column_time, 3, 11, run -> RunTexts.time(run.begun()), false);
		column(columns, Messages.Column_method, 4, 10, run -> run.method().name(), false);
		column(columns, Messages.Column_payload, 5, 12, RunTexts::payload, false);
		column(columns, Messages.Column_target, 4, 12, run -> run.target().toString(), false);
		column(columns, Messages.Column_end, 4, 14, run -> RunTexts.end(run.end()), true);
		column(columns, Messages.Column_took, 2, 8, run -> RunTexts.took(run.took()), false);
		viewer.addSelectionChangedListener(event -> selected.run());
	}

	private void column(TableColumnLayout columns, String heading, int weight, int characters, Function<MethodRun, String> words, boolean icon) {
		TableViewerColumn column = new TableViewerColumn(viewer, SWT.NONE);
		column.getColumn().setText(heading);
		columns.setColumnData(column.getColumn(), new ColumnWeightData(weight, width(characters)));
		column.setLabelProvider(new ColumnLabelProvider() {
			@Override
			public String getText(@Nullable Object element) {
				return element instanceof MethodRun run ? words.apply(run) : "";
			}

			@Override
			public @Nullable Image getImage(@Nullable Object element) {
				return icon && element instanceof MethodRun run && !(run.end() instanceof Answered)
						? PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_WARN_TSK) : null;
			}
		});
	}

	private int width(int characters) {
		GC gc = new GC(viewer.getTable());
		try {
			return (int) (characters * gc.getFontMetrics().getAverageCharacterWidth());
		} finally {
			gc.dispose();
		}
	}

	Table table() {
		return viewer.getTable();
	}

	/**
	 * Shows these.
	 *
	 * @param chosen id of the one to select; empty for those that are selected now
	 */
	void show(List<MethodRun> all, String chosen) {
		List<MethodRun> before = selected();
		boolean same = runs.equals(all);
		runs = all;
		if (!same) {
			viewer.setInput(all);
		}
		List<MethodRun> now = all.stream().filter(run -> chosen.isEmpty() ? before.contains(run) : run.id().equals(chosen)).toList();
		viewer.setSelection(new StructuredSelection(now.isEmpty() && !all.isEmpty() ? all.subList(0, 1) : now), true);
	}

	/** Those that are selected, in the order of their rows. */
	List<MethodRun> selected() {
		return runs.stream().filter(run -> viewer.getStructuredSelection().toList().contains(run)).toList();
	}
}
