// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.eclipse.core.runtime.Platform;
import org.eclipse.swtbot.swt.finder.utils.SWTUtils;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;

/**
 * Keeps what a failed journey leaves to be looked at: a picture of the whole display as it was at the failure, and the workspace's log.
 * They are named after the journey, in the folder that the system property {@code iothubtools.journeys} names.
 */
final class FailureEvidence implements BeforeEachCallback, AfterTestExecutionCallback, LifecycleMethodExecutionExceptionHandler {

	private static final String FOLDER = "iothubtools.journeys";

	/** What an earlier run left of this journey would only mislead. */
	@Override
	public void beforeEach(ExtensionContext context) throws IOException {
		Files.deleteIfExists(file(context, ".png"));
		Files.deleteIfExists(file(context, ".log"));
	}

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
		Path picture = file(context, ".png");
		Files.createDirectories(picture.getParent());
		SWTUtils.captureScreenshot(picture.toString());
		Path log = Platform.getLogFileLocation().toPath();
		if (Files.exists(log)) {
			Files.copy(log, file(context, ".log"), StandardCopyOption.REPLACE_EXISTING);
		}
		System.err.println("The journey failed: see " + picture + " and the log beside it");
	}

	private static Path file(ExtensionContext context, String extension) {
		String name = context.getRequiredTestClass().getSimpleName() + '.' + context.getRequiredTestMethod().getName();
		return Path.of(System.getProperty(FOLDER, "target/journeys"), name + extension).toAbsolutePath();
	}
}
