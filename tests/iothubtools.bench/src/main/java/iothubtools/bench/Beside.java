// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import static iothubtools.bench.SubjectKind.CLIENT_CREATE;
import static iothubtools.bench.SubjectKind.CLIENT_LIST;
import static iothubtools.bench.SubjectKind.CLIENT_SENDS;
import static iothubtools.bench.SubjectKind.CORE_DELETES;
import static iothubtools.bench.SubjectKind.CORE_EVENTS;
import static iothubtools.bench.SubjectKind.CORE_LIST;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Measures this build beside an older one, each with its own client, core and hub, by turns. What counts are the ratios. See {@link Build}
 * for what it has to be told.
 */
final class Beside {

	/**
	 * @param hubSize sample devices of the hubs
	 * @param senders devices that send
	 * @param heap    whether the heap is compared as well
	 */
	private record Work(String title, String unit, int hubSize, int senders, SubjectKind subject, boolean heap) {
	}

	private static final int MANY = iothubtools.bench.Work.LISTED;
	private static final List<Work> WORKS = List.of(
			new Work("10,000 new devices told to a list of 100,000", "devices", MANY, 0, CORE_EVENTS, false),
			new Work("2,000 devices deleted", "devices", MANY, 0, CORE_DELETES, false),
			new Work("100,000 devices listed for the view", "devices", MANY, 0, CORE_LIST, true),
			new Work("D2C over HTTPS, 200 devices at once", "messages", 1, 200, CLIENT_SENDS, false),
			new Work("list 100,000 devices", "devices", MANY, 0, CLIENT_LIST, false),
			new Work("create 10,000 devices", "devices", 1, 0, CLIENT_CREATE, false));

	private final Build before = Build.of("before", HubSends.BEFORE);
	private final Build now = Build.of("now", HubSends.LOCALHUB);
	private final int rounds;
	private final Turn turn = new Turn(4, 6);
	private final List<String> rows = new ArrayList<>();

	private Beside(int rounds) {
		this.rounds = rounds;
	}

	/** Arguments: how many rounds, and the names of the subjects if not all of them are wanted. */
	public static void main(String[] arguments) throws Exception {
		List<String> only = List.of(arguments).subList(1, arguments.length);
		Beside beside = new Beside(Integer.parseInt(arguments[0]));
		for (Work work : WORKS) {
			if (only.isEmpty() || only.contains(work.subject().name())) {
				beside.measure(work);
			}
		}
		System.out.println();
		System.out.println("| work | figure | before | now | now / before | of each round |");
		System.out.println("|---|---|---|---|---|---|");
		beside.rows.forEach(System.out::println);
	}

	private void measure(Work work) throws Exception {
		System.out.println(work.title());
		List<Figures> olds = new ArrayList<>();
		List<Figures> news = new ArrayList<>();
		Path data = Files.createTempDirectory("iothubtools-bench");
		try (HubProcess oldHub = new HubProcess(before.hub(), data.resolve("before"), work.hubSize(), 0);
				HubProcess newHub = new HubProcess(now.hub(), data.resolve("now"), work.hubSize(), 0)) {
			Setup oldSetup = oldHub.setup(Senders.make(oldHub.setup(List.of()), work.senders()));
			Setup newSetup = newHub.setup(Senders.make(newHub.setup(List.of()), work.senders()));
			if (work.subject() != CORE_EVENTS) {
				// hubs that have just started are slow
				turn(work, before, oldSetup, new ArrayList<>());
				turn(work, now, newSetup, new ArrayList<>());
			}
			for (int round = 1; round <= rounds; round++) {
				if (round % 2 == 0) {
					turn(work, now, newSetup, news);
				}
				turn(work, before, oldSetup, olds);
				if (round % 2 == 1) {
					turn(work, now, newSetup, news);
				}
			}
		} finally {
			delete(data);
		}
		report(work, olds, news);
	}

	private void turn(Work work, Build build, Setup setup, List<Figures> into) throws Exception {
		try {
			Figures figures = turn.of(build, work.subject(), setup);
			into.add(figures);
			System.out.printf(Locale.ROOT, "  %s: %,.0f %s/s, heap %.1f MB%n", build.title(), figures.perSecond(), work.unit(),
					figures.heapBytes() / 1048576.0);
		} catch (FailedTurn e) {
			throw new IllegalStateException(e.getMessage() + '\n' + e.said(), e);
		}
	}

	private void report(Work work, List<Figures> olds, List<Figures> news) {
		Figures old = Median.of(olds);
		Figures recent = Median.of(news);
		rows.add(row(work.title(), work.unit() + " a second", old.perSecond(), recent.perSecond(),
				olds.stream().map(Figures::perSecond).toList(), news.stream().map(Figures::perSecond).toList()));
		if (work.heap()) {
			rows.add(row(work.title(), "bytes of heap", old.heapBytes(), recent.heapBytes(),
					olds.stream().map(figures -> (double) figures.heapBytes()).toList(),
					news.stream().map(figures -> (double) figures.heapBytes()).toList()));
		}
	}

	private static String row(String title, String figure, double old, double recent, List<Double> olds, List<Double> news) {
		List<String> ratios = new ArrayList<>();
		for (int i = 0; i < olds.size(); i++) {
			ratios.add(String.format(Locale.ROOT, "%.2f", news.get(i) / olds.get(i)));
		}
		return String.format(Locale.ROOT, "| %s | %s | %,.0f | %,.0f | %.2f | %s |", title, figure, old, recent, recent / old,
				String.join(", ", ratios));
	}

	private static void delete(Path directory) throws IOException {
		try (Stream<Path> files = Files.walk(directory)) {
			files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
		}
	}
}
