// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures our client and our local hub against Azure's own SDKs and against what either could be at best. Subjects take
 * turns, round after round, so that a slow minute of the machine hits all of them; what counts are ratios of medians.
 */
final class Bench {

	private final Options options;
	private final String libraries;
	private final List<String> subjectRows = new ArrayList<>();
	private final List<String> goalRows = new ArrayList<>();

	private Bench(Options options, String libraries) {
		this.options = options;
		this.libraries = libraries;
	}

	/** Arguments as in {@link Options}; the system property {@code bench.localhub} names the folder of the hub's jars. */
	public static void main(String[] arguments) throws Exception {
		try {
			new Bench(Options.parse(arguments), System.getProperty("bench.localhub")).run();
		} catch (IllegalArgumentException e) {
			System.err.println(e.getMessage());
			System.exit(2);
		}
	}

	private void run() throws Exception {
		for (Work work : options.works()) {
			measure(work);
		}
		System.out.println();
		System.out.println("| work | subject | median per second | threads | heap MB |");
		System.out.println("|---|---|---|---|---|");
		subjectRows.forEach(System.out::println);
		System.out.println();
		System.out.println("| work | figure | measured | to reach | reached |");
		System.out.println("|---|---|---|---|---|");
		goalRows.forEach(System.out::println);
	}

	private void measure(Work work) throws Exception {
		Path data = Files.createTempDirectory("iothubtools-bench");
		System.out.println(work.title());
		try (HubProcess hub = new HubProcess(libraries, data, work.hubSize())) {
			Setup setup = hub.setup(Senders.make(hub.setup(List.of()), work.senders()));
			warmUp(work, setup);
			Map<SubjectKind, List<Figures>> runs = new EnumMap<>(SubjectKind.class);
			for (int round = 1; round <= options.rounds(); round++) {
				for (SubjectKind subject : work.order(round)) {
					Figures figures = options.turn().of(subject, setup);
					runs.computeIfAbsent(subject, none -> new ArrayList<>()).add(figures);
					System.out.printf(Locale.ROOT, "  round %d, %s: %,.0f %s/s%n", round, subject.title(),
							figures.perSecond(), work.unit());
				}
			}
			report(work, runs);
		} finally {
			delete(data);
		}
	}

	/** A hub that has just started is slow, which would hit whoever comes first; so the fastest subject has a turn before all. */
	private void warmUp(Work work, Setup setup) throws IOException, InterruptedException {
		options.turn().of(work.subjects().get(work.subjects().size() - 1), setup);
	}

	private void report(Work work, Map<SubjectKind, List<Figures>> runs) {
		Map<SubjectKind, Figures> medians = new EnumMap<>(SubjectKind.class);
		runs.forEach((subject, figures) -> medians.put(subject, Median.of(figures)));
		for (SubjectKind subject : work.subjects()) {
			Figures median = medians.get(subject);
			subjectRows.add(String.format(Locale.ROOT, "| %s | %s | %,.0f %s | %d | %.1f |", work.title(), subject.title(),
					median.perSecond(), work.unit(), median.threads(), median.heapBytes() / 1048576.0));
		}
		work.goals().forEach(goal -> goalRows.add(goal.row(work.title(), medians)));
	}

	private static void delete(Path directory) throws IOException {
		try (Stream<Path> files = Files.walk(directory)) {
			files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
		}
	}
}
