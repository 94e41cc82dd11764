// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.concurrent.TimeUnit;

import org.eclipse.swt.widgets.Table;

/**
 * Brings the item count of a virtual table to a new number in steps that each take a few milliseconds, with room for
 * other events between them. On GTK the cost of an item count is linear in its change: 100,000 at once would hold the
 * UI thread for a third of a second.
 */
final class TableGrowth {

	private static final long LONG_STEP = TimeUnit.MILLISECONDS.toNanos(16);
	private static final long SHORT_STEP = TimeUnit.MILLISECONDS.toNanos(4);
	private static final int SMALLEST_STEP = 100;
	private static final int LARGEST_STEP = 5000;
	private static final int FIRST_STEP = 500;

	private final Table table;
	private final Runnable changed;
	private int step = FIRST_STEP;
	private int target;
	private boolean running;
	private Runnable then = () -> {
	};

	/** @param changed called whenever there are more or less items */
	TableGrowth(Table table, Runnable changed) {
		this.table = table;
		this.changed = changed;
	}

	/** Goes to {@code count} from now on; runs {@code whenThere} on the UI thread once it is reached, maybe at once. */
	void to(int count, Runnable whenThere) {
		target = count;
		then = whenThere;
		if (!running) {
			running = true;
			if (count < table.getItemCount()) {
				// items cost more when they go than when they come, by which the step has grown
				step = FIRST_STEP;
			}
			go();
		}
	}

	private void go() {
		if (table.isDisposed()) {
			return;
		}
		long start = System.nanoTime();
		int count = table.getItemCount();
		int next = count < target ? Math.min(target, count + step) : Math.max(target, count - step);
		if (next != count) {
			table.setItemCount(next);
			changed.run();
		}
		adapt(System.nanoTime() - start);
		if (next == target) {
			running = false;
			then.run();
		} else {
			table.getDisplay().asyncExec(this::go);
		}
	}

	private void adapt(long took) {
		if (took > LONG_STEP) {
			step = Math.max(SMALLEST_STEP, step / 2);
		} else if (took < SHORT_STEP) {
			step = Math.min(LARGEST_STEP, step * 2);
		}
	}
}
