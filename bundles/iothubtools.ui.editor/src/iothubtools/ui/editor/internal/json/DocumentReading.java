// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.json;

import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/**
 * Reads a document a while after the last edit, off the UI thread, and tells there what came of it, unless it was edited again.
 *
 * @param <T> what a text is read as
 */
public final class DocumentReading<T> {

	/** While somebody types, each text is wrong. */
	private static final int PAUSE_MILLIS = 300;

	private final Control owner;
	private final IDocument document;
	private final Function<String, T> read;
	private final Consumer<T> told;
	private final Runnable begin = this::begin;
	private long edit;

	/**
	 * @param owner what the results are for; when it is disposed there are no more
	 * @param told  hears on the UI thread
	 */
	public DocumentReading(Control owner, IDocument document, Function<String, T> read, Consumer<T> told) {
		this.owner = owner;
		this.document = document;
		this.read = read;
		this.told = told;
	}

	/** The document is another one; call it on the UI thread. */
	public void changed() {
		edit++;
		if (!owner.isDisposed()) {
			owner.getDisplay().timerExec(PAUSE_MILLIS, begin);
		}
	}

	private void begin() {
		if (owner.isDisposed()) {
			return;
		}
		Display display = owner.getDisplay();
		String text = document.get();
		long of = edit;
		Job job = Job.createSystem("Reading JSON", monitor -> {
			T result = read.apply(text);
			if (!display.isDisposed()) {
				display.asyncExec(() -> {
					if (!owner.isDisposed() && of == edit) {
						told.accept(result);
					}
				});
			}
		});
		job.schedule();
	}
}
