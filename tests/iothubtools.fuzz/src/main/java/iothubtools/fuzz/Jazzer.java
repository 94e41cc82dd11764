// SPDX-License-Identifier: EPL-2.0
package iothubtools.fuzz;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Runs Jazzer on one target in a process of its own: it instruments the classes, and a hang or a crash ends that process only. */
final class Jazzer {

	/** An input that takes longer hangs; the first one starts the hub too. */
	private static final int HANGS_SECONDS = 60;
	private static final int KEPT_LINES = 200;
	/** The targets connect to their own hub, and Netty uses Unsafe. */
	private static final String NOT_WATCHED = "com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery" + File.pathSeparator
			+ "com.code_intelligence.jazzer.sanitizers.UnsafeSanitizer";

	private final Path corpus;
	private final Path work;

	/**
	 * @param corpus the inputs kept for good, which are only read
	 * @param work   for inputs found and for what crashes
	 */
	Jazzer(Path corpus, Path work) {
		this.corpus = corpus;
		this.work = work;
	}

	/**
	 * Looks for inputs that break a target.
	 *
	 * @param seed what its chance begins with, for a run that can be repeated; 0 for another one each time
	 * @return null when none was found in the time, else the end of what Jazzer said
	 */
	String run(Target target, int seconds, int seed) throws IOException, InterruptedException {
		Path found = Files.createDirectories(target.corpus(work));
		Path kept = Files.createDirectories(target.corpus(corpus));
		Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx768m", "-cp", System.getProperty("java.class.path"), "com.code_intelligence.jazzer.Jazzer",
				"--target_class=" + target.className(), "--instrumentation_includes=iothubtools.**",
				"--custom_hook_excludes=io.netty.**", "--disabled_hooks=" + NOT_WATCHED,
				"--reproducer_path=" + work,
				"-max_total_time=" + seconds, "-seed=" + seed, "-timeout=" + HANGS_SECONDS, "-artifact_prefix=" + found + "-",
				found.toString(), kept.toString())).redirectErrorStream(true).start();
		Deque<String> last = new ArrayDeque<>();
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (line.startsWith("INFO: Instrumented")) {
					continue;
				}
				last.add(line);
				if (last.size() > KEPT_LINES) {
					last.remove();
				}
			}
		}
		boolean good = process.waitFor() == 0;
		if (good) {
			last.stream().filter(line -> line.contains("DONE") || line.startsWith("Done "))
					.forEach(line -> System.out.println(target + ": " + line));
		}
		return good ? null : String.join("\n", last);
	}
}
