// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.driver;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/**
 * The way from a script's thread to the UI thread. Widgets may only be read there, and what they do (open a modal dialog, say) must not
 * keep the script from going on: hence {@link #post} beside {@link #get}.
 */
public final class Ui {

	private Ui() {
	}

	/** The workbench's display. */
	public static Display display() {
		return PlatformUI.getWorkbench().getDisplay();
	}

	/**
	 * Reads something on the UI thread.
	 *
	 * @return what the supplier gave; null only if that did
	 * @throws RuntimeException what the supplier threw, here on the caller's thread
	 */
	public static <T> @Nullable T get(Supplier<@Nullable T> what) {
		AtomicReference<@Nullable T> result = new AtomicReference<>();
		AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
		display().syncExec(() -> {
			try {
				result.set(what.get());
			} catch (RuntimeException e) {
				failure.set(e);
			}
		});
		RuntimeException thrown = failure.get();
		if (thrown != null) {
			throw thrown;
		}
		return result.get();
	}

	/** Does something on the UI thread and comes back when it is done. */
	public static void run(Runnable what) {
		get(() -> {
			what.run();
			return null;
		});
	}

	/** Does something on the UI thread that may not come back before a dialog is closed, and does not wait for it. */
	public static void post(Runnable what) {
		display().asyncExec(what);
	}
}
