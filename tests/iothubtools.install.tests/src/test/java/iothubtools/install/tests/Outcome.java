// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a process left behind.
 *
 * @param output       what it printed
 * @param errorsLogged the entries of severity error in its log
 */
record Outcome(int exitCode, String output, List<String> errorsLogged) {

	private static final int TIMEOUT_MINUTES = 6;

	/**
	 * Runs a process to its end.
	 *
	 * @param place the folder it runs in, which gets its output as a file
	 * @param log   the file it logs to, if it does
	 * @throws AssertionError when it has to be ended
	 */
	static Outcome of(List<String> command, Path place, Path log) throws IOException, InterruptedException {
		Path output = place.resolve("output.txt");
		Process process = new ProcessBuilder(command).directory(place.toFile()).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.to(output.toFile())).start();
		try {
			if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
				throw new AssertionError("Still running after " + TIMEOUT_MINUTES + " minutes:\n" + Checkout.read(output));
			}
		} finally {
			process.destroyForcibly().waitFor();
		}
		List<String> errors = Files.exists(log) ? LogFile.errors(Checkout.read(log)) : List.of();
		return new Outcome(process.exitValue(), Checkout.read(output), errors);
	}

	/** Fails unless the process did what it should and had nothing to complain about. */
	void assertWell() {
		assertEquals(0, exitCode, output);
		assertEquals(List.of(), errorsLogged);
	}
}
