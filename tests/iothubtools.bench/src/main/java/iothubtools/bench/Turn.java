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
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One turn of one subject, in a process of its own.
 *
 * @param warmUp   seconds
 * @param measure  seconds
 */
record Turn(int warmUp, int measure) {

	/** A subject that takes longer hangs. */
	private static final int MOST_MINUTES = 5;
	/** What a stack trace has. */
	private static final String FRAME = "\tat ";
	private static final int MOST_SAID = 2000;

	/** For what is slow at first: servers that are started for the turn, much TLS. */
	Turn withLongWarmUp() {
		return new Turn(warmUp * 4, measure);
	}

	/**
	 * Runs it.
	 *
	 * @throws FailedTurn when it gave no figures
	 */
	Figures of(SubjectKind subject, Setup setup) throws IOException, InterruptedException, FailedTurn {
		String own = System.getProperty("java.class.path");
		return of(subject.isCore() ? Build.of("now", HubSends.LOCALHUB).classPath() : own, subject, setup);
	}

	/** Runs it with the client and the core of a build. */
	Figures of(Build build, SubjectKind subject, Setup setup) throws IOException, InterruptedException, FailedTurn {
		return of(build.classPath(), subject, setup);
	}

	private Figures of(String classPath, SubjectKind subject, Setup setup) throws IOException, InterruptedException, FailedTurn {
		Process process = new ProcessBuilder(List.of(Java.COMMAND, "-Xmx1g", folder(HubSends.LOCALHUB), folder(HubSends.BEFORE), "-cp",
				classPath, Worker.class.getName(), subject.name(), Integer.toString(warmUp),
				Integer.toString(measure))).redirectErrorStream(true).start();
		AtomicBoolean hung = new AtomicBoolean();
		CompletableFuture.delayedExecutor(MOST_MINUTES, TimeUnit.MINUTES).execute(() -> {
			if (process.isAlive()) {
				hung.set(true);
				process.descendants().forEach(ProcessHandle::destroyForcibly);
				process.destroyForcibly();
			}
		});
		Figures figures = null;
		String reason = null;
		StringBuilder said = new StringBuilder();
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
			setup.write(new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8));
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (Figures.isLine(line)) {
					figures = Figures.parse(line);
				} else {
					reason = Figures.failure(line).orElse(reason);
					said.append(line).append('\n');
				}
			}
		}
		int status = process.waitFor();
		if (figures == null) {
			throw new FailedTurn(hung.get() ? "not done after " + MOST_MINUTES + " minutes"
					: reason == null ? "its process ended with status " + status : reason, said.toString());
		}
		if (subject.isCore() && said.indexOf(FRAME) >= 0) {
			// what fails in a listener is told by the platform and goes on, each time again, and takes longer than the work
			throw new FailedTurn("something failed beside the work", said.substring(0, Math.min(said.length(), MOST_SAID)));
		}
		return figures;
	}

	private static String folder(String property) {
		return "-D" + property + '=' + System.getProperty(property, "");
	}
}
