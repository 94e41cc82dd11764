// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for each source file. */
class SourceRulesTest {

	static List<Bundle> bundles() {
		return Checkout.bundles().toList();
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void everyFileNamesItsLicence(Bundle bundle) {
		assertNone(bundle, source -> !Checkout.read(source).startsWith("// SPDX-License-Identifier: EPL-2.0"));
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void everyPackageHasItsNullContract(Bundle bundle) {
		assertNone(bundle, source -> {
			Path contract = source.resolveSibling("package-info.java");
			return !Files.exists(contract) || !Checkout.read(contract).contains("@NonNullByDefault");
		});
	}

	private static void assertNone(Bundle bundle, java.util.function.Predicate<Path> wrong) {
		List<Path> found = bundle.sources(name -> name.endsWith(".java")).stream().filter(wrong)
				.map(bundle.folder()::relativize).toList();
		assertEquals(List.of(), found);
	}
}
