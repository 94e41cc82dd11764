// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.driver;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jdt.annotation.Nullable;

/** What must not be in the error log: an error or a warning of the plug-in, or anybody's error with our code on its stack. */
public final class LoggedErrors {

	private static final String OURS = "iothubtools";

	private final List<IStatus> logged = new CopyOnWriteArrayList<>();
	private final ILogListener listener = (status, plugin) -> {
		if (isOurs(status)) {
			logged.add(status);
		}
	};

	/** Begins to watch the log, with nothing seen so far. */
	public void watch() {
		logged.clear();
		Platform.addLogListener(listener);
	}

	/** Ends watching. */
	public void unwatch() {
		Platform.removeLogListener(listener);
	}

	/** Forgets what was logged so far, and gives it back to be looked at. */
	public List<IStatus> take() {
		List<IStatus> taken = List.copyOf(logged);
		logged.clear();
		return taken;
	}

	/** @throws AssertionError when something was logged; with what was thrown then */
	public void verifyNone() {
		List<IStatus> unexpected = take();
		if (!unexpected.isEmpty()) {
			AssertionError failure = new AssertionError("Logged: " + unexpected);
			unexpected.stream().map(IStatus::getException).filter(e -> e != null).forEach(failure::addSuppressed);
			throw failure;
		}
	}

	private static boolean isOurs(IStatus status) {
		if (status.getPlugin().startsWith(OURS)) {
			return status.matches(IStatus.ERROR | IStatus.WARNING);
		}
		return status.matches(IStatus.ERROR) && comesFromUs(status.getException());
	}

	private static boolean comesFromUs(@Nullable Throwable exception) {
		for (Throwable e = exception; e != null; e = e.getCause()) {
			for (StackTraceElement frame : e.getStackTrace()) {
				if (frame.getClassName().startsWith(OURS + ".")) {
					return true;
				}
			}
		}
		return false;
	}
}
