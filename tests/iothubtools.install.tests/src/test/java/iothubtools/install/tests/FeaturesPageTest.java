// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** docs/features.md promises nothing without a test: each yes names one, and all tests it names are there. */
class FeaturesPageTest {

	private static final String PAGE = Checkout.read(Checkout.ROOT.resolve("docs/features.md"));
	private static final Pattern ROW = Pattern.compile("(?m)^\\| (E?\\d+) \\| [^|]+ \\| (\\w+) \\| (.*)\\|$");
	private static final Pattern NAMED = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

	private static List<MatchResult> rows() {
		return ROW.matcher(PAGE).results().toList();
	}

	@Test
	void everyRowIsYesPartialOrNoAndNoneIsMissing() {
		Stream<String> numbers = Stream.of(IntStream.rangeClosed(1, 83), IntStream.rangeClosed(102, 125))
				.flatMap(range -> range.mapToObj(Integer::toString));
		Stream<String> inEclipse = IntStream.rangeClosed(1, 28).mapToObj(number -> "E" + number);
		assertEquals(Stream.concat(numbers, inEclipse).toList(), rows().stream().map(row -> row.group(1)).toList());
		assertEquals(List.of(), rows().stream().map(row -> row.group(2)).filter(word -> !List.of("yes", "partial", "no").contains(word)).toList());
	}

	@Test
	void everyYesNamesATest() {
		assertEquals(List.of(), rows().stream().filter(row -> row.group(2).equals("yes") && !NAMED.matcher(row.group(3)).find())
				.map(row -> row.group(1)).toList());
	}

	@Test
	void theTestsAreThere() {
		Map<String, String> sources = Checkout.children(Checkout.ROOT.resolve("tests")).stream()
				.flatMap(module -> Checkout.files(module.resolve("src"), name -> name.endsWith("Test.java")).stream())
				.collect(Collectors.toMap(FeaturesPageTest::className, Checkout::read, String::concat));
		List<String> missing = new ArrayList<>();
		List<MatchResult> named = NAMED.matcher(PAGE).results().toList();
		named.forEach(test -> {
			String source = sources.getOrDefault(test.group(1), "");
			if (source.isEmpty() || test.group(2) != null && !source.contains("void " + test.group(2) + "(")) {
				missing.add(test.group());
			}
		});
		// so does the page's own remark on this class
		assertTrue(named.size() > 40, () -> named.size() + " tests");
		assertEquals(List.of(), missing);
	}

	private static String className(Path file) {
		String name = file.getFileName().toString();
		return name.substring(0, name.length() - ".java".length());
	}
}
