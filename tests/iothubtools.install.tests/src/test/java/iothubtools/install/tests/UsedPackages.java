// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/** Which packages the built classes of a bundle refer to, as the JDK's own jdeps sees it. */
final class UsedPackages {

	/** A line of it: "  using.package -> used.package  where it is found" */
	private static final Pattern USE = Pattern.compile("^\\s+\\S+\\s+-> (\\S+)\\s+(\\S.*)$", Pattern.MULTILINE);

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

	private static Set<String> where(Bundle bundle, Predicate<String> found) {
		StringWriter out = new StringWriter();
		PrintWriter writer = new PrintWriter(out);
		int code = ToolProvider.findFirst("jdeps").orElseThrow().run(writer, writer, "-verbose:package",
				bundle.jar().toString());
		writer.flush();
		if (code != 0) {
			throw new AssertionError("jdeps failed:\n" + out);
		}
		return USE.matcher(out.toString()).results().filter(use -> found.test(use.group(2).strip()))
				.map((MatchResult use) -> use.group(1)).collect(Collectors.toCollection(TreeSet::new));
	}
}
