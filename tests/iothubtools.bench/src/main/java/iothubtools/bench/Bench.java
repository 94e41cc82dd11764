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
	private final List<String> failures = new ArrayList<>();

	private Bench(Options options, String libraries) {
		this.options = options;
		this.libraries = libraries;
	}

	/**
	 * Arguments as in {@link Options}; the system property {@code bench.localhub} names the folder of the hub's jars. The status is 1 when
	 * figures are missing.
	 */
	public static void main(String[] arguments) throws Exception {
		try {
			boolean whole = new Bench(Options.parse(arguments), System.getProperty(HubSends.LOCALHUB)).run();
			System.exit(whole ? 0 : 1);
		} catch (IllegalArgumentException e) {
			System.err.println(e.getMessage());
			System.exit(2);
		}
	}

	/** Whether there are all figures. */
	private boolean run() throws Exception {
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
		if (!failures.isEmpty()) {
			System.out.println();
			System.out.println("Missing, so that this is no whole measurement:");
			failures.forEach(System.out::println);
		}
		return failures.isEmpty();
	}

	private void measure(Work work) throws Exception {
		Path data = Files.createTempDirectory("iothubtools-bench");
		Map<SubjectKind, List<Figures>> runs = new EnumMap<>(SubjectKind.class);
		System.out.println(work.title());
		try (HubProcess hub = start(work, data)) {
			Setup setup = hub.setup(Senders.make(hub.setup(List.of()), work.senders()));
			ClientDevices.fill(setup, work.messages());
			Turn turn = work.isLongWarming() ? options.turn().withLongWarmUp() : options.turn();
			if (!work.ownServers()) {
				warmUp(work, setup);
			}
			for (int round = 1; round <= options.rounds(); round++) {
				for (SubjectKind subject : work.order(round)) {
					measure(work, round, subject, turn, setup, runs);
				}
			}
		} catch (InterruptedException e) {
			throw e;
		} catch (Exception e) {
			// whatever became of its hub: the other works have their own
			fails(work.title() + ", from here on", e);
			System.err.println(e);
		} finally {
			delete(data);
		}
		report(work, runs);
	}

	private HubProcess start(Work work, Path data) throws IOException {
		if (work.ownServers()) {
			return new HubProcess(libraries, data, work.hubSize(), 0);
		}
		return work.amqp() ? new HubProcess(List.of(), libraries, data, work.hubSize(), HubProcess.HTTPS, HubProcess.AMQPS)
				: new HubProcess(libraries, data, work.hubSize());
	}

	private void measure(Work work, int round, SubjectKind subject, Turn turn, Setup setup, Map<SubjectKind, List<Figures>> runs)
			throws IOException, InterruptedException {
		String name = String.format(Locale.ROOT, "round %d, %s", round, subject.title());
		try {
			Figures figures = turn.of(subject, setup);
			runs.computeIfAbsent(subject, none -> new ArrayList<>()).add(figures);
			System.out.printf(Locale.ROOT, "  %s: %,.0f %s/s%n", name, figures.perSecond(), work.unit());
		} catch (FailedTurn e) {
			fails(work.title() + ", " + name, e);
			System.err.print(e.said());
		}
	}

	/** The others go on. */
	private void fails(String what, Exception reason) {
		String text = what + ": " + String.valueOf(reason.getMessage()).lines().findFirst().orElse("");
		failures.add("* " + text);
		System.out.println("  FAILED " + text);
	}

	/** A hub that has just started is slow, which would hit whoever comes first; so the fastest subject has a turn before all. */
	private void warmUp(Work work, Setup setup) throws IOException, InterruptedException {
		try {
			options.turn().of(work.subjects().get(work.subjects().size() - 1), setup);
		} catch (FailedTurn e) {
			fails(work.title() + ", warming up", e);
			System.err.print(e.said());
		}
	}

	private void report(Work work, Map<SubjectKind, List<Figures>> runs) {
		Map<SubjectKind, Figures> medians = new EnumMap<>(SubjectKind.class);
		runs.forEach((subject, figures) -> medians.put(subject, Median.of(figures)));
		for (SubjectKind subject : work.subjects()) {
			Figures median = medians.get(subject);
			subjectRows.add(median == null ? String.format(Locale.ROOT, "| %s | %s | – | – | – |", work.title(), subject.title())
					: String.format(Locale.ROOT, "| %s | %s | %,.0f %s%s | %d | %.1f |", work.title(), subject.title(), median.perSecond(),
							work.unit(), of(runs.get(subject).size()), median.threads(), median.heapBytes() / 1048576.0));
		}
		work.goals().forEach(goal -> goalRows.add(goal.row(work.title(), medians)));
	}

	/** Says when a median is not one of all rounds. */
	private String of(int rounds) {
		return rounds == options.rounds() ? "" : " (" + rounds + " of " + options.rounds() + " rounds)";
	}

	private static void delete(Path directory) throws IOException {
		try (Stream<Path> files = Files.walk(directory)) {
			files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
		}
	}
}
