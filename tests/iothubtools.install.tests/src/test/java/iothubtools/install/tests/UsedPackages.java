// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/** Which packages the built classes of a bundle refer to, as the JDK's own jdeps sees it. */
final class UsedPackages {

	private static final Pattern NOT_IN_THE_JDK = Pattern.compile("-> (\\S+)\\s+not found");

	private UsedPackages() {
	}

	/** The packages that are neither in the bundle nor in the JDK. */
	static Set<String> outside(Bundle bundle) {
		StringWriter out = new StringWriter();
		PrintWriter writer = new PrintWriter(out);
		int code = ToolProvider.findFirst("jdeps").orElseThrow().run(writer, writer, "-verbose:package",
				bundle.jar().toString());
		writer.flush();
		if (code != 0) {
			throw new AssertionError("jdeps failed:\n" + out);
		}
		return NOT_IN_THE_JDK.matcher(out.toString()).results().map((MatchResult found) -> found.group(1))
				.collect(Collectors.toCollection(TreeSet::new));
	}
}
