// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.support;

import java.util.List;

import org.eclipse.core.runtime.IStatus;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import iothubtools.tour.driver.LoggedErrors;

/** Fails a test in which the plug-in logged an error or a warning, or anybody an error with our code on the stack. */
public final class NoErrorsLogged implements BeforeEachCallback, AfterEachCallback {

	private final LoggedErrors log = new LoggedErrors();

	/** Forgets what was logged so far, for a test that provokes it; gives it back to be looked at. */
	public List<IStatus> take() {
		return log.take();
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		log.watch();
	}

	@Override
	public void afterEach(ExtensionContext context) {
		log.unwatch();
		log.verifyNone();
	}
}
