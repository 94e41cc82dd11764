// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for each source file. */
class SourceRulesTest {

	/** What a package, or a bundle, has one of. */
	private static final Set<String> ONE_EACH = Set.of("package-info.java", "Messages.java", "Activator.java");

	private static final Pattern HOST = Pattern.compile("(?:https?|amqps?|wss?)://([\\w.-]+)");
	private static final Set<String> AUDIENCES = Set.of("iothubs.azure.net", "iothubs.azure.us", "iothubs.chinacloudapi.cn", "sts.localhub.test");

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

	/**
	 * What a file may name of two bundles has two names. The classes inside the local hub stand at the other end of the wire from those of the client,
	 * as the contract calls them, and never meet them; what the local hub shows to others does.
	 */
	@Test
	void noTwoClassesThatMeetHaveOneName() {
		List<Path> all = bundles().stream().flatMap(bundle -> bundle.sources(name -> name.endsWith(".java")).stream()).toList();
		assertEquals(List.of(), twice(all.stream().filter(source -> !isIn("iothubtools.localhub.internal.", source))));
		assertEquals(List.of(), twice(all.stream().filter(source -> isIn("iothubtools.localhub.", source))));
	}

	/**
	 * Whoever is called is named by a person: the sources have no host but those that tokens of Entra ID are for, and the name of who issues those of
	 * the local hub.
	 */
	@ParameterizedTest
	@MethodSource("bundles")
	void nobodyElseIsCalled(Bundle bundle) {
		assertNone(bundle, source -> HOST.matcher(Checkout.read(source)).results().anyMatch(host -> !AUDIENCES.contains(host.group(1))));
	}

	private static boolean isIn(String packages, Path source) {
		return source.toString().replaceAll("[/\\\\]", ".").contains(".src." + packages);
	}

	/** The names of files that are there more than once. */
	private static List<String> twice(Stream<Path> sources) {
		Set<String> seen = new HashSet<>();
		return sources.map(source -> source.getFileName().toString()).filter(name -> !ONE_EACH.contains(name) && !seen.add(name)).sorted().toList();
	}

	private static void assertNone(Bundle bundle, Predicate<Path> wrong) {
		List<Path> found = bundle.sources(name -> name.endsWith(".java")).stream().filter(wrong)
				.map(bundle.folder()::relativize).toList();
		assertEquals(List.of(), found);
	}
}
