// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundles and their rooms are those of docs/architecture.md, and no arrow between them points up. */
class ArchitectureTest {

	private static final String OURS = "iothubtools.";

	static List<Bundle> bundles() {
		return Checkout.bundles().toList();
	}

	@Test
	void theBundlesAreThoseOfTheArchitecture() {
		Set<String> built = bundles().stream().map(Bundle::name).collect(Collectors.toCollection(TreeSet::new));
		assertEquals(Set.of(), Architecture.below("Bundles").untrue(built));
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void aBundleAsksForNoneOfOursThatItMayNot(Bundle bundle) {
		Architecture bundles = Architecture.below("Bundles");
		Set<String> allowed = bundles.mayNeed().getOrDefault(bundle.name(), Set.of());
		List<String> found = bundle.asksFor().stream().filter(asked -> asked.startsWith(OURS))
				.filter(asked -> !allowed.contains(bundles.owner(asked).substring(OURS.length()))).toList();
		assertEquals(List.of(), found);
	}

	/** So that the whole house can be built from the ground up. */
	@Test
	void noBundleMayNeedOneAboveIt() {
		Architecture bundles = Architecture.below("Bundles");
		Map<String, Set<String>> needs = new TreeMap<>();
		bundles.mayNeed().forEach((name, others) -> needs.put(name, others.stream().map(OURS::concat).collect(Collectors.toSet())));
		assertEquals(Set.of(), bundles.broken(needs));
	}

	@ParameterizedTest
	@ValueSource(strings = { "iothubtools.core", "iothubtools.ui.internal" })
	void noRoomNeedsOneAboveIt(String base) {
		Map<String, Set<String>> needs = Architecture.relativeTo(base, UsedPackages.within(bundleOf(base).jar()));
		Architecture rooms = Architecture.below("Rooms of `" + base + '`');
		assertEquals(Set.of(), rooms.broken(needs));
		assertEquals(Set.of(), rooms.untrue(needs.keySet()));
	}

	@Test
	void oneRoomOfCoreKnowsTheLocalHub() {
		assertEquals(Set.of("iothubtools.core.localhub"),
				UsedPackages.usersOf(bundleOf("iothubtools.core"), "iothubtools.localhub"));
	}

	/** What is to come is drawn, too. */
	@ParameterizedTest
	@ValueSource(strings = { "Rooms of `iothubtools.core`", "Rooms of `iothubtools.ui.internal`" })
	void thePictureHasEachFloorOfTheTables(String heading) {
		assertEquals(List.of(), notDrawn(Architecture.below(heading).floors()));
	}

	@Test
	void thePictureHasEachBundle() {
		assertEquals(List.of(), notDrawn(Architecture.below("Bundles").rooms().stream().map(Architecture.Room::name).toList()));
	}

	/** Texts of which the picture has none. */
	private static List<String> notDrawn(List<String> texts) {
		String picture = Checkout.read(Checkout.ROOT.resolve("docs/pictures/architecture.svg"));
		return texts.stream().filter(text -> !picture.contains('>' + text + '<')).toList();
	}

	@Test
	void anArrowUpIsSeen(@TempDir Path classes) {
		PlantedClasses.compile(classes, Map.of(
				"planted.ground.Id", "package planted.ground; public class Id { planted.top.Start forgotten; }",
				"planted.top.Start", "package planted.top; public class Start { planted.attic.Box box; }",
				"planted.attic.Box", "package planted.attic; public class Box { }"));
		Architecture rooms = Architecture.of("| floor | there | to come | what |\n|---|---|---|---|\n"
				+ "| 1 | `ground` | `cellar` | x |\n| 2 | `top` | | x |\n");
		assertEquals(Set.of("ground -> top", "attic has no floor"),
				rooms.broken(Architecture.relativeTo("planted", UsedPackages.within(classes))));
	}

	@Test
	void aTableThatIsNotTrueIsSeen() {
		Architecture rooms = Architecture.of("| 1 | `ground` `hall` | `cellar` `attic` | x |\n");
		assertEquals(Set.of("hall is not there", "shed is not in the table"), rooms.untrue(Set.of("ground", "attic", "shed")));
	}

	private static Bundle bundleOf(String base) {
		String name = Architecture.below("Bundles").owner(base);
		return bundles().stream().filter(bundle -> bundle.name().equals(name)).findFirst().orElseThrow();
	}
}
