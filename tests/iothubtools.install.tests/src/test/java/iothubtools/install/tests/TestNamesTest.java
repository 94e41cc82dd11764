// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The names of tests are spelled as all other names of Java are, in every test module: {@code aDeviceThatIsGoneIsNotListed}. */
class TestNamesTest {

	/** A method that gives nothing back, as each test is, with a name that has an underscore or begins with a capital. */
	private static final Pattern MISSPELT = Pattern.compile("\\bvoid\\s+(\\w*_\\w*|[A-Z]\\w*)\\s*\\(");

	private static Stream<String> misspelt(String source) {
		return MISSPELT.matcher(source).results().map(found -> found.group(1));
	}

	@Test
	void noneHasUnderscores() {
		List<Path> sources = Checkout.children(Checkout.ROOT.resolve("tests")).stream()
				.flatMap(module -> Checkout.files(module.resolve("src"), name -> name.endsWith(".java")).stream()).toList();
		assertEquals(List.of(), sources.stream()
				.flatMap(file -> misspelt(Checkout.read(file)).map(name -> file.getFileName() + ": " + name)).toList());
	}

	/** A class that is none would be taken for one by whoever looks for it, and by the build where it is asked for all of that name. */
	@Test
	void noClassOfABundleIsNamedAsOne() {
		assertEquals(List.of(), Checkout.children(Checkout.ROOT.resolve("bundles")).stream()
				.flatMap(bundle -> Checkout.files(bundle.resolve("src"), name -> name.matches(".*Test(s|Case)?\\.java")).stream())
				.map(Path::getFileName).toList());
	}

	@Test
	void oneWithUnderscoresIsFound() {
		String source = "@Test\n\tvoid " + String.join("_", "the", "hub") + "() {\n\t\tvoid_is(1);\n\t}\n\tvoid theHub() {\n";
		assertEquals(List.of("the_hub"), misspelt(source).toList());
	}
}
