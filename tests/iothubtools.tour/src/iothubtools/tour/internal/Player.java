// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.internal;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

import iothubtools.tour.driver.Ui;

/** Plays a script and keeps its outcome. A script fails by what it throws, and by every error that is logged meanwhile. */
final class Player implements Runnable {

	private static volatile boolean failed;

	private final Script script;
	private final List<String> errors = new CopyOnWriteArrayList<>();

	Player(Script script) {
		this.script = script;
	}

	/** Whether the script failed; asked when the IDE has closed. */
	static boolean failed() {
		return failed;
	}

	@Override
	public void run() {
		ILogListener log = (status, plugin) -> note(status);
		Platform.addLogListener(log);
		try {
			if ("own".equals(System.getProperty("iothubtools.demo.display"))) {
				Ui.run(Player::pointerAway);
			}
			script.play();
		} catch (Exception | AssertionError | LinkageError e) {
			// the last when the tools are not installed
			failed = true;
			e.printStackTrace();
			keepPicture();
		}
		Platform.removeLogListener(log);
		if (!errors.isEmpty()) {
			failed = true;
			errors.forEach(error -> System.err.println("Logged: " + error));
		}
		if (script.closes()) {
			Ui.run(Player::close);
		}
	}

	/** Where it lies at first a dialog opens later, whose tool tip would be in the picture. */
	private static void pointerAway() {
		Rectangle display = Ui.display().getBounds();
		Ui.display().setCursorLocation(display.x + display.width - 1, display.y + display.height - 1);
	}

	private static void keepPicture() {
		try {
			Script.picture("failed");
		} catch (IOException e) {
			e.printStackTrace();
		}
	}

	private void note(IStatus status) {
		if (status.matches(IStatus.ERROR)) {
			errors.add(status.toString());
			Throwable cause = status.getException();
			if (cause != null) {
				cause.printStackTrace();
			}
		}
	}

	private static void close() {
		for (Shell shell : Ui.display().getShells()) {
			// a dialog that a failed script left open would keep the workbench from closing
			if (!shell.isDisposed() && shell.getParent() != null) {
				shell.dispose();
			}
		}
		PlatformUI.getWorkbench().close();
	}
}
