// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.table;

import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;

/** Sorts and filters off the UI thread. Requests that come while it works are answered together by one more run. */
public final class RowArranger<T> {

	/** While pages stream in, the rows follow this often; a sort of 100,000 takes about as long. */
	private static final long PAUSE_MILLIS = 100;

	/** What is to be arranged by, columns and order together. */
	private record Wanted<T>(Columns<T> columns, RowOrder<T> order) {
	}

	private final Job job;
	private volatile Wanted<T> wanted;
	/** Used by the job only, of which one run at a time is under way. */
	private @Nullable Arranging<T> last;

	private RowArranger(Columns<T> columns, Consumer<Arranging<T>> work) {
		wanted = new Wanted<>(columns, RowOrder.of(columns));
		job = Job.createSystem("Arrange rows", (ICoreRunnable) monitor -> work.accept(next()));
	}

	/**
	 * An arranger that waits for the first order.
	 *
	 * @param arrange makes the rows
	 * @param sink    is given them; both are called on the worker's thread
	 */
	public static <T, L> RowArranger<T> of(Columns<T> columns, Function<Arranging<T>, L> arrange, Consumer<L> sink) {
		return new RowArranger<>(columns, arranging -> sink.accept(arrange.apply(arranging)));
	}

	/** How the rows are to be arranged now. */
	public RowOrder<T> order() {
		return wanted.order();
	}

	/** Arranges the rows in another way, as soon as possible. */
	public void arrange(RowOrder<T> newOrder) {
		wanted = new Wanted<>(wanted.columns(), newOrder);
		job.schedule();
	}

	/** Arranges the rows by other columns; what the order says of columns that are there no more is forgotten. */
	public void arrange(Columns<T> columns) {
		wanted = new Wanted<>(columns, wanted.order().within(columns));
		job.schedule();
	}

	/** The items changed. */
	public void itemsChanged() {
		job.schedule(PAUSE_MILLIS);
	}

	/** Does not begin to work any more. */
	public void close() {
		job.cancel();
	}

	private Arranging<T> next() {
		Wanted<T> now = wanted;
		Arranging<T> next = Arranging.after(last, now.columns(), now.order());
		last = next;
		return next;
	}
}
