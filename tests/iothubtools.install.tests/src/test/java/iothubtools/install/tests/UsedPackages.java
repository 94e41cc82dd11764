// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which packages built classes refer to, as the JDK's own jdeps sees it. */
final class UsedPackages {

	/** A line of it: "  using.package -> used.package  where it is found" */
	private static final Pattern USE = Pattern.compile("^\\s+(\\S+)\\s+-> (\\S+)\\s+(\\S.*)$", Pattern.MULTILINE);

	private UsedPackages() {
	}

	/** The packages that are neither in the bundle nor in the JDK. */
	static Set<String> outside(Bundle bundle) {
		return where(bundle, "not found"::equals);
	}

	/** The packages of the JDK that are not for everybody to use. */
	static Set<String> jdkInternal(Bundle bundle) {
		return where(bundle, place -> place.startsWith("JDK"));
	}

	/** The packages of a jar or a folder of classes, each with those of them that it uses. */
	static Map<String, Set<String>> within(Path classes) {
		String place = classes.getFileName().toString();
		Map<String, Set<String>> uses = new TreeMap<>();
		uses(classes, "-filter:none").forEach(use -> {
			Set<String> used = uses.computeIfAbsent(use.group(1), user -> new TreeSet<>());
			if (use.group(3).strip().equals(place)) {
				used.add(use.group(2));
			}
		});
		return uses;
	}

	/** The packages of the bundle that use one that is another bundle's, or below it. */
	static Set<String> usersOf(Bundle bundle, String other) {
		return uses(bundle.jar()).filter(use -> use.group(2).equals(other) || use.group(2).startsWith(other + '.'))
				.map(use -> use.group(1)).collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> where(Bundle bundle, Predicate<String> found) {
		return uses(bundle.jar()).filter(use -> found.test(use.group(3).strip())).map((MatchResult use) -> use.group(2))
				.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Stream<MatchResult> uses(Path classes, String... options) {
		StringWriter out = new StringWriter();
		PrintWriter writer = new PrintWriter(out);
		List<String> arguments = new ArrayList<>(List.of(options));
		arguments.addAll(List.of("-verbose:package", classes.toString()));
		int code = ToolProvider.findFirst("jdeps").orElseThrow().run(writer, writer, arguments.toArray(String[]::new));
		writer.flush();
		if (code != 0) {
			throw new AssertionError("jdeps failed:\n" + out);
		}
		return USE.matcher(out.toString()).results();
	}
}
