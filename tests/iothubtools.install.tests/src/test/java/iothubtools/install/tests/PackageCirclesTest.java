// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No packages of a bundle need each other in a circle: each can be understood, tested and moved without those above it. */
class PackageCirclesTest {

	/** Circles that are still there, by bundle. This list only ever gets shorter: one that is gone has to go from here, too. */
	private static final Map<String, Set<Set<String>>> KNOWN = Map.of(
			"iothubtools.ui", Set.of(Set.of("internal", "internal.console", "internal.images")));

	static List<Bundle> bundles() {
		return Checkout.bundles().toList();
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void packagesDoNotNeedEachOtherInACircle(Bundle bundle) {
		Set<Set<String>> circles = circles(UsedPackages.within(bundle)).stream()
				.map(circle -> circle.stream().map(name -> shortened(bundle, name)).collect(Collectors.toSet()))
				.collect(Collectors.toSet());
		assertEquals(KNOWN.getOrDefault(bundle.name(), Set.of()), circles);
	}

	private static String shortened(Bundle bundle, String name) {
		return name.equals(bundle.name()) ? "" : name.substring(bundle.name().length() + 1);
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
