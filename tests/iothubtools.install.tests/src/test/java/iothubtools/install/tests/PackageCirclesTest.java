// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
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

/** No packages of a bundle need each other in a circle: each can be understood, tested and moved without those above it. */
class PackageCirclesTest {

	static List<Bundle> bundles() {
		return Checkout.bundles().toList();
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void packagesDoNotNeedEachOtherInACircle(Bundle bundle) {
		assertEquals(Set.of(), circles(UsedPackages.within(bundle.jar())));
	}

	/** Made by the compiler and read as the bundles are, so that a circle of a bundle is seen, too. */
	@Test
	void aCircleInCompiledClassesIsSeen(@TempDir Path classes) {
		PlantedClasses.compile(classes, Map.of(
				"planted.list.Rows", "package planted.list; public class Rows { planted.view.View shownBy; }",
				"planted.view.View", "package planted.view; public class View { void show() { new planted.names.Name(); } }",
				"planted.names.Name", "package planted.names; public class Name { static { planted.list.Rows.class.getName(); } }",
				"planted.top.Start", "package planted.top; public class Start extends planted.view.View { }"));
		assertEquals(Set.of(Set.of("planted.list", "planted.view", "planted.names")), circles(UsedPackages.within(classes)));
	}

	@Test
	void aCircleIsFoundAndAWayThatOnlyLeadsToItIsNone() {
		Map<String, Set<String>> uses = Map.of("top", Set.of("a"), "a", Set.of("b"), "b", Set.of("c", "bottom"), "c", Set.of("a"),
				"bottom", Set.of());
		assertEquals(Set.of(Set.of("a", "b", "c")), circles(uses));
	}

	/** Groups of packages each of which leads to each other. */
	private static Set<Set<String>> circles(Map<String, Set<String>> uses) {
		Map<String, Set<String>> reached = new TreeMap<>();
		uses.keySet().forEach(name -> reached.put(name, reachedFrom(name, uses)));
		return uses.keySet().stream()
				.map(name -> reached.getOrDefault(name, Set.of()).stream()
						.filter(other -> reached.getOrDefault(other, Set.of()).contains(name)).collect(Collectors.toSet()))
				.filter(circle -> circle.size() > 1).collect(Collectors.toSet());
	}

	private static Set<String> reachedFrom(String start, Map<String, Set<String>> uses) {
		Set<String> reached = new TreeSet<>();
		Deque<Collection<String>> next = new ArrayDeque<>(List.of(uses.getOrDefault(start, Set.of())));
		while (!next.isEmpty()) {
			for (String name : next.pop()) {
				if (reached.add(name)) {
					next.push(uses.getOrDefault(name, Set.of()));
				}
			}
		}
		return reached;
	}
}
