// SPDX-License-Identifier: EPL-2.0
package iothubtools.fuzz;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The long run: {@code ./fuzz.sh}. */
final class Fuzz {

	private Fuzz() {
	}

	/** Arguments: the corpus, a directory to work in, seconds for each target, and the targets, all when none is named. */
	public static void main(String[] arguments) throws Exception {
		Jazzer jazzer = new Jazzer(Path.of(arguments[0]), Path.of(arguments[1]));
		int seconds = Integer.parseInt(arguments[2]);
		List<Target> targets = arguments.length == 3 ? List.of(Target.values())
				: Stream.of(arguments).skip(3).map(name -> Target.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')))
						.toList();
		boolean good = true;
		for (Target target : targets) {
			String problem = jazzer.run(target, seconds, 0);
			if (problem != null) {
				System.out.println(target + " FAILED\n" + problem);
				good = false;
			}
		}
		System.exit(good ? 0 : 1);
	}
}
