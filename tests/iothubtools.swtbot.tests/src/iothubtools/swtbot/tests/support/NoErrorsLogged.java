// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.support;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import iothubtools.tour.driver.LoggedErrors;

/** Fails a journey during which the plug-in logged an error or a warning, before anything is put in order again. */
final class NoErrorsLogged implements BeforeTestExecutionCallback, AfterTestExecutionCallback {

	private final LoggedErrors log = new LoggedErrors();

	@Override
	public void beforeTestExecution(ExtensionContext context) {
		log.watch();
	}

	@Override
	public void afterTestExecution(ExtensionContext context) {
		log.unwatch();
		log.verifyNone();
	}
}
