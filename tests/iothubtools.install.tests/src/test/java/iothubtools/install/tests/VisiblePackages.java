// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.osgi.util.ManifestElement;

/**
 * Which packages bundles may use, as OSGi has it: those they import, and those of the bundles they require, with what these hand on. Known are the
 * bundles of the checkout and those of the bare IDE.
 */
final class VisiblePackages {

	/** By the bundle's name: itself, or several versions of it, and the fragments that add to it. */
	private final Map<String, List<Manifest>> known;

	VisiblePackages() {
		known = Stream.concat(Checkout.bundlesAndTests().map(Bundle::folder), Checkout.children(Checkout.BARE_IDE.resolve("plugins")).stream())
				.filter(Manifest::isIn).map(Manifest::of).collect(Collectors.groupingBy(VisiblePackages::host));
	}

	private static String host(Manifest manifest) {
		return Stream.of("Fragment-Host", "Bundle-SymbolicName").flatMap(header -> manifest.header(header).stream()).findFirst()
				.map(ManifestElement::getValue).orElse("");
	}

	/** The packages that the bundle's manifest asks for. */
	Set<String> of(Bundle bundle) {
		Set<String> visible = new HashSet<>();
		for (Manifest manifest : known.getOrDefault(bundle.name(), List.of(Manifest.of(bundle.folder())))) {
			manifest.header("Import-Package").forEach(clause -> visible.addAll(List.of(clause.getValueComponents())));
			manifest.header("Require-Bundle").forEach(clause -> addExported(clause.getValue(), visible, new HashSet<>()));
		}
		return visible;
	}

	private void addExported(String name, Set<String> visible, Set<String> before) {
		if (!before.add(name)) {
			return;
		}
		List<Manifest> manifests = known.get(name);
		if (manifests == null) {
			throw new AssertionError(name + " is neither in the checkout nor in " + Checkout.BARE_IDE);
		}
		for (Manifest manifest : manifests) {
			manifest.header("Export-Package").forEach(clause -> visible.addAll(List.of(clause.getValueComponents())));
			manifest.header("Require-Bundle").stream().filter(clause -> "reexport".equals(clause.getDirective("visibility")))
					.forEach(clause -> addExported(clause.getValue(), visible, before));
		}
	}

	/** What the bundle's sources need of other bundles and its manifest does not ask for, with a file that needs it. */
	Set<String> missing(Bundle bundle) {
		List<Path> sources = bundle.sources(name -> name.endsWith(".java"));
		Set<String> visible = of(bundle);
		// the parser of queries is made by Maven
		Stream.concat(sources.stream(), Checkout.files(bundle.folder().resolve("target/generated-sources"), name -> name.endsWith(".java")).stream())
				.map(NamedPackages::itsOwn).forEach(visible::add);
		return sources.stream().flatMap(source -> NamedPackages.of(source).filter(name -> !visible.contains(name))
				.map(name -> name + " in " + source.getFileName())).collect(Collectors.toSet());
	}
}
