// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.methods;

import java.util.Comparator;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

import iothubtools.core.methods.MethodRun;
import iothubtools.core.methods.MethodRun.Answered;
import iothubtools.ui.internal.table.Column;
import iothubtools.ui.internal.table.Columns;
import iothubtools.ui.internal.table.ItemTable;
import iothubtools.ui.internal.table.RowOrder;
import iothubtools.ui.internal.table.TableFrame;

/** Methods that were run, the newest first until somebody sorts them. */
final class RunTable {

	private static final Columns<MethodRun> COLUMNS = Columns.of(
			new Column<>("time", Messages.Column_time, 13, run -> RunTexts.time(run.begun()), Comparator.comparing(MethodRun::begun)),
			Column.of("method", Messages.Column_method, 12, run -> run.method().name()), Column.of("payload", Messages.Column_payload, 15, RunTexts::payload),
			Column.of("target", Messages.Column_target, 12, run -> run.target().toString()),
			Column.of("end", Messages.Column_end, 14, run -> RunTexts.end(run.end())),
			new Column<>("took", Messages.Column_took, 8, run -> RunTexts.took(run.took()), Comparator.comparing(MethodRun::took)));
	/** Which of them has the icon. */
	private static final int END = 4;
	private static final int LINES = 2;

	private final ItemTable<MethodRun> rows;

	/** @param selected hears that others are selected */
	RunTable(Composite parent, Runnable selected) {
		rows = new ItemTable<>(TableFrame.in(parent), SWT.BORDER | SWT.MULTI, MethodIds.RUNS, Messages.Runs_accessible, COLUMNS, MethodRun::id)
				.withImages((item, run) -> item.setImage(END, image(run))).whenSelected(selected);
		TableFrame.grab(rows.widget(), 200, LINES);
		rows.order(RowOrder.asTheyCame());
	}

	private static @Nullable Image image(MethodRun run) {
		return run.end() instanceof Answered ? null : PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_WARN_TSK);
	}

	Table table() {
		return rows.widget();
	}

	/** Its rows, to be copied. */
	ItemTable<MethodRun> rows() {
		return rows;
	}

	/**
	 * Shows these.
	 *
	 * @param chosen id of the one to select; empty for those that are selected now
	 */
	void show(List<MethodRun> all, String chosen) {
		List<MethodRun> before = selected();
		rows.show(all);
		if (!chosen.isEmpty()) {
			rows.reveal(chosen);
		} else if (!all.isEmpty() && all.stream().noneMatch(before::contains)) {
			rows.reveal(all.get(0).id());
		}
	}

	/** Those that are selected, in the order of their rows. */
	List<MethodRun> selected() {
		return rows.selected();
	}
}
