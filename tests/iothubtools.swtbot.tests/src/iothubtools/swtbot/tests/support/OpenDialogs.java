// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.support;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

import iothubtools.tour.driver.Ui;

/** The windows that are open beside the workbench's. */
public final class OpenDialogs {

	private OpenDialogs() {
	}

	/** Their titles. */
	public static List<String> titles() {
		return Objects.requireNonNull(Ui.get(() -> shells().stream().map(Shell::getText).toList()));
	}

	/** Closes them, the topmost first, and waits until they are gone; one that only ends its work at the first try is closed again. */
	static void close() {
		Eventually.holds("all dialogs to close", () -> {
			// not waited for: a wizard at work opens another dialog instead
			Ui.post(() -> {
				List<Shell> open = shells();
				if (!open.isEmpty()) {
					open.get(open.size() - 1).close();
				}
			});
			return titles().isEmpty();
		});
	}

	private static List<Shell> shells() {
		List<Shell> windows = Arrays.stream(PlatformUI.getWorkbench().getWorkbenchWindows()).map(IWorkbenchWindow::getShell).toList();
		return Arrays.stream(Display.getCurrent().getShells())
				.filter(shell -> !shell.isDisposed() && shell.isVisible() && !windows.contains(shell)).toList();
	}
}
