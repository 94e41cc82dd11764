// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.support;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test in which the plug-in logged an error or a warning, or anybody an error with our code on the stack. */
public final class NoErrorsLogged implements BeforeEachCallback, AfterEachCallback {

	private static final String OURS = "iothubtools";

	private final List<IStatus> logged = new CopyOnWriteArrayList<>();
	private final ILogListener listener = (status, plugin) -> {
		if (isOurs(status)) {
			logged.add(status);
		}
	};

	/** Forgets what was logged so far, for a test that provokes it; gives it back to be looked at. */
	public List<IStatus> take() {
		List<IStatus> taken = List.copyOf(logged);
		logged.clear();
		return taken;
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		logged.clear();
		Platform.addLogListener(listener);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		Platform.removeLogListener(listener);
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

	private static boolean comesFromUs(Throwable exception) {
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
