// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Lets things go wrong around local hubs, each in a process of its own, and prints how much was tried and how much was lost. */
final class Faults {

	private static final Map<String, Fault> ALL = new LinkedHashMap<>();

	static {
		ALL.put("kill", new KillUnderLoad());
		ALL.put("disk", new FullDisk());
		ALL.put("slow", new SlowClients());
		ALL.put("strangers", new LargeBodiesOfStrangers());
		ALL.put("queries", new AbandonedQueries());
	}

	private Faults() {
	}

	/** Arguments: the names of faults, all when there are none. The status is 1 when something was lost, 2 when one could not be tried. */
	public static void main(String[] arguments) throws Exception {
		List<String> names = arguments.length == 0 ? List.copyOf(ALL.keySet()) : List.of(arguments);
		if (!ALL.keySet().containsAll(names)) {
			System.out.println("Usage: faults.sh [" + String.join(" ", ALL.keySet()) + ']');
			System.exit(2);
		}
		int status = 0;
		List<String> rows = new ArrayList<>();
		for (String name : names) {
			System.out.println(name + " …");
			Path data = Files.createTempDirectory("iothubtools-faults");
			try {
				for (Fault.Outcome outcome : ALL.get(name).happen(System.getProperty(HubSends.LOCALHUB), data)) {
					rows.add(String.format(Locale.ROOT, "| %s | %,d | %,d | %s |", outcome.title(), outcome.tried(), outcome.lost(), outcome.seen()));
					status = Math.max(status, status(outcome));
				}
			} catch (InterruptedException e) {
				throw e;
			} catch (Exception e) {
				// the others are tried all the same
				e.printStackTrace();
				rows.add("| " + name + " | – | – | could not be tried: " + String.valueOf(e).lines().findFirst().orElse("") + " |");
				status = 2;
			} finally {
				delete(data);
			}
		}
		System.out.println();
		System.out.println("| fault | tried | lost | seen |");
		System.out.println("|---|---|---|---|");
		rows.forEach(System.out::println);
		System.exit(status);
	}

	private static int status(Fault.Outcome outcome) {
		if (outcome.tried() == 0) {
			return 2;
		}
		return outcome.lost() > 0 ? 1 : 0;
	}

	private static void delete(Path directory) throws Exception {
		try (Stream<Path> files = Files.walk(directory)) {
			files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
		}
	}
}
