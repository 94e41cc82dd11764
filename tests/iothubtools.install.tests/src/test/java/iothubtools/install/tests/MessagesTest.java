// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each text has a field, each field a text, and somebody uses it. */
class MessagesTest {

	private static final Pattern FIELD = Pattern.compile("^\\s*(?:public )?static String (\\w+);", Pattern.MULTILINE);

	static Stream<Path> texts() {
		return Checkout.bundles().flatMap(bundle -> bundle.sources("messages.properties"::equals).stream());
	}

	@ParameterizedTest
	@MethodSource("texts")
	void everyTextHasAFieldAndEveryFieldAText(Path texts) {
		assertEquals(new TreeSet<>(fields(texts)), new TreeSet<>(Bundle.properties(texts).stringPropertyNames()));
	}

	@ParameterizedTest
	@MethodSource("texts")
	void everyTextIsUsed(Path texts) {
		Path root = texts;
		while (!root.getFileName().toString().equals("src")) {
			root = root.getParent();
		}
		String sources = Checkout.files(root, name -> name.endsWith(".java") && !name.equals("Messages.java")).stream()
				.map(Checkout::read).collect(Collectors.joining());
		List<String> unused = fields(texts).stream().filter(field -> !sources.contains("Messages." + field)).sorted().toList();
		assertEquals(List.of(), unused);
	}

	private static Set<String> fields(Path texts) {
		return FIELD.matcher(Checkout.read(texts.resolveSibling("Messages.java"))).results().map(found -> found.group(1))
				.collect(Collectors.toSet());
	}
}
