// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.eclipse.core.runtime.Platform;
import org.eclipse.swtbot.swt.finder.utils.SWTUtils;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;

/**
 * Keeps what a failed journey leaves to be looked at: a picture of the whole display as it was at the failure, and the workspace's log.
 * They are named after the journey, in the folder that the system property {@code iothubtools.journeys} names.
 */
final class FailureEvidence implements AfterTestExecutionCallback, LifecycleMethodExecutionExceptionHandler {

	private static final String FOLDER = "iothubtools.journeys";

	@Override
	public void afterTestExecution(ExtensionContext context) throws IOException {
		if (context.getExecutionException().isPresent()) {
			keep(context);
		}
	}

	@Override
	public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
		keep(context);
		throw thrown;
	}

	private static void keep(ExtensionContext context) throws IOException {
		Path folder = Path.of(System.getProperty(FOLDER, "target/journeys")).toAbsolutePath();
		String name = context.getRequiredTestClass().getSimpleName() + '.' + context.getRequiredTestMethod().getName();
		Files.createDirectories(folder);
		SWTUtils.captureScreenshot(folder.resolve(name + ".png").toString());
		Path log = Platform.getLogFileLocation().toPath();
		if (Files.exists(log)) {
			Files.copy(log, folder.resolve(name + ".log"), StandardCopyOption.REPLACE_EXISTING);
		}
		System.err.println(name + " failed: see its picture and log in " + folder);
	}
}
