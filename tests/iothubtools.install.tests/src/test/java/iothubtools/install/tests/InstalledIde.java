// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** A fresh copy of the bare IDE, to install into and to start. */
final class InstalledIde {

	private static final String FEATURE = "iothubtools.feature.feature.group";
	private static final String PROFILE = "DefaultProfile";
	private static final String TOUR = "iothubtools.tour";

	private final Path folder;
	private final Path work;
	private final Path bundlesInfo;

	private InstalledIde(Path folder, Path work) {
		this.folder = folder;
		this.work = work;
		this.bundlesInfo = folder.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info");
	}

	/** A copy of the bare IDE as it was built, in a folder of this name below what these tests write. */
	static InstalledIde fresh(String name) throws IOException {
		Path work = Checkout.TARGET.resolve(name);
		Folders.delete(work);
		Path folder = work.resolve("ide");
		Folders.copy(Checkout.BARE_IDE, folder);
		return new InstalledIde(folder, work);
	}

	/** Installs the feature from a site, with no other site known. */
	Outcome install(Path site) throws IOException, InterruptedException {
		return director("-repository", site.toUri().toString(), "-installIU", FEATURE);
	}

	/** Takes the feature out again, and the files that are of no use without it, as an IDE does some time later by itself. */
	Outcome uninstall() throws IOException, InterruptedException {
		Outcome outcome = director("-uninstallIU", FEATURE);
		return outcome.exitCode() == 0 ? run(new Launch(folder, "org.eclipse.equinox.p2.garbagecollector.application")) : outcome;
	}

	/** The bundles that the IDE starts with, as {@code name version}. */
	List<String> bundles() throws IOException {
		return List.copyOf(new TreeSet<>(Files.readAllLines(bundlesInfo).stream().filter(line -> !line.startsWith("#"))
				.map(line -> line.split(",", 3)).map(part -> part[0] + " " + part[1]).toList()));
	}

	/** The bundles and features that lie in the IDE, started or not. */
	List<String> files() {
		return Stream.of("plugins", "features").map(folder::resolve).filter(Files::exists)
				.flatMap(each -> Checkout.children(each).stream()).map(file -> file.getFileName().toString()).toList();
	}

	/**
	 * Starts the IDE with one bundle more than was installed, the tour, and plays one of its scripts.
	 *
	 * @param script     its name
	 * @param workspace  names the workspace, which stays for the next script, and its secure storage
	 * @param properties system properties for the script, as {@code name=value}
	 */
	Outcome play(String script, String workspace, String... properties) throws IOException, InterruptedException {
		Path place = Files.createDirectories(work.resolve(workspace));
		Path password = Files.writeString(place.resolve("password"), "only for this test");
		List<String> options = new ArrayList<>(List.of("-Diothubtools.demo=" + script, "-Diothubtools.demo.pictures=" + pictures(),
				"-Dorg.eclipse.swt.browser.DefaultType=none", "-Dslf4j.internal.verbosity=ERROR",
				// scripts find things by their English names, whatever the language of the machine; of two the last counts
				"-Duser.language=en", "-Duser.country=US"));
		Stream.of(properties).map(property -> "-D" + property).forEach(options::add);
		Launch ide = new Launch(folder, "iothubtools.tour.demo", options.toArray(String[]::new)).with("-pluginCustomization",
				Checkout.ROOT.resolve("tests/iothubtools.tour/plugin_customization.ini").toString(), "-data",
				place.resolve("workspace").toString(), "-eclipse.keyring", place.resolve("keyring").toString(), "-eclipse.password",
				password.toString());
		addTour();
		try {
			return ide.run(place, place.resolve("workspace/.metadata/.log"));
		} finally {
			removeTour();
		}
	}

	/** Where the scripts save their pictures. */
	Path pictures() {
		return work.resolve("pictures");
	}

	/** The tour is in no site, and p2 does not know of it: only the list of bundles names it. */
	private void addTour() throws IOException {
		Path jar = Checkout.children(Checkout.built("tests/iothubtools.tour")).stream()
				.filter(file -> file.getFileName().toString().matches("iothubtools\\.tour-.*-SNAPSHOT\\.jar")).findFirst().orElseThrow();
		try (JarFile bundle = new JarFile(jar.toFile())) {
			String version = bundle.getManifest().getMainAttributes().getValue("Bundle-Version");
			Files.copy(jar, folder.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
			Files.writeString(bundlesInfo, TOUR + "," + version + "," + jar.getFileName() + ",4,false\n", StandardOpenOption.APPEND);
		}
	}

	/** An update may have written the list anew meanwhile, so its earlier content is not simply put back. */
	private void removeTour() throws IOException {
		Files.write(bundlesInfo, Files.readAllLines(bundlesInfo).stream().filter(line -> !line.startsWith(TOUR + ",")).toList());
	}

	private Outcome director(String... arguments) throws IOException, InterruptedException {
		return run(new Launch(folder, "org.eclipse.equinox.p2.director").with("-destination", folder.toString()).with(arguments));
	}

	private Outcome run(Launch launch) throws IOException, InterruptedException {
		return launch.with("-profile", PROFILE).run(work, work.resolve("none"));
	}
}
