// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One turn of one subject, in a process of its own.
 *
 * @param warmUp   seconds
 * @param measure  seconds
 */
record Turn(int warmUp, int measure) {

	/** A subject that takes longer hangs. */
	private static final int MOST_MINUTES = 5;

	/** Runs it. */
	Figures of(SubjectKind subject, Setup setup) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(List.of(Java.COMMAND, "-Xmx1g", "-D" + OlderHubSends.FOLDER + "=" + System.getProperty(OlderHubSends.FOLDER, ""), "-cp", System.getProperty("java.class.path"),
				Worker.class.getName(), subject.name(), Integer.toString(warmUp), Integer.toString(measure)))
				.redirectErrorStream(true).start();
		CompletableFuture.delayedExecutor(MOST_MINUTES, TimeUnit.MINUTES).execute(process::destroyForcibly);
		setup.write(new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8));
		Figures figures = null;
		StringBuilder said = new StringBuilder();
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (Figures.isLine(line)) {
					figures = Figures.parse(line);
				} else {
					said.append(line).append('\n');
				}
			}
		}
		process.waitFor();
		if (figures == null) {
			throw new IOException(subject + " ended without figures. It said:\n" + said);
		}
		return figures;
	}
}
