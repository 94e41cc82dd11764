// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;

/** A fresh copy of the bare IDE, to install into and to start. */
final class InstalledIde {

	private static final int TIMEOUT_MINUTES = 6;

	private static final String BUNDLES = "org.eclipse.equinox.simpleconfigurator/bundles.info";

	private final Path folder;
	private final Path work;

	private InstalledIde(Path folder, Path work) {
		this.folder = folder;
		this.work = work;
	}

	/**
	 * What a process left behind.
	 *
	 * @param output       what it printed
	 * @param errorsLogged the entries of severity error in the workspace's log
	 */
	record Outcome(int exitCode, String output, List<String> errorsLogged) {
	}

	/** A copy of the bare IDE as it was built, in a folder of this name below target. */
	static InstalledIde fresh(String name) throws IOException {
		Path work = Checkout.TARGET.resolve(name);
		delete(work);
		Path folder = work.resolve("ide");
		copy(Checkout.BARE_IDE, folder);
		return new InstalledIde(folder, work);
	}

	/** Installs the feature from the built site, with no other site known. */
	Outcome install() throws IOException, InterruptedException {
		return director("-repository", Checkout.SITE.toUri().toString(), "-installIU", "iothubtools.feature.feature.group");
	}

	/** Takes the feature out again. */
	Outcome uninstall() throws IOException, InterruptedException {
		return director("-uninstallIU", "iothubtools.feature.feature.group");
	}

	/** The bundles that the IDE starts with, as {@code name version}. */
	List<String> bundles() throws IOException {
		return List.copyOf(new TreeSet<>(Files.readAllLines(folder.resolve("configuration").resolve(BUNDLES)).stream()
				.filter(line -> !line.startsWith("#")).map(line -> line.split(",", 3)).map(part -> part[0] + " " + part[1]).toList()));
	}

	/**
	 * Starts the IDE with one bundle more than was installed, the tour, and plays one of its scripts in a new workspace.
	 *
	 * @param demo the script: smoke or tour
	 */
	Outcome play(String demo) throws IOException, InterruptedException {
		Path configuration = folder.resolve("configuration." + demo);
		copy(folder.resolve("configuration"), configuration);
		addTour(configuration);
		Path place = work.resolve(demo);
		Files.createDirectories(place);
		Path password = Files.writeString(place.resolve("password"), "only for this test");
		List<String> command = java("-Diothubtools.demo=" + demo, "-Diothubtools.demo.pictures=" + pictures(),
				"-Dorg.eclipse.swt.browser.DefaultType=none", "-Dslf4j.internal.verbosity=ERROR");
		command.addAll(List.of("-configuration", configuration.toString(), "-application", "iothubtools.tour.demo",
				"-pluginCustomization", Checkout.ROOT.resolve("tests/iothubtools.tour/plugin_customization.ini").toString(),
				"-data", place.resolve("workspace").toString(), "-eclipse.keyring", place.resolve("keyring").toString(),
				"-eclipse.password", password.toString()));
		return run(command, place, place.resolve("workspace/.metadata/.log"));
	}

	/** Where the tour saves its pictures. */
	Path pictures() {
		return work.resolve("pictures");
	}

	private void addTour(Path configuration) throws IOException {
		Path jar = Checkout.children(Checkout.built("tests/iothubtools.tour")).stream()
				.filter(file -> file.getFileName().toString().matches("iothubtools\\.tour-.*-SNAPSHOT\\.jar")).findFirst().orElseThrow();
		try (JarFile bundle = new JarFile(jar.toFile())) {
			String version = bundle.getManifest().getMainAttributes().getValue("Bundle-Version");
			Files.copy(jar, folder.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
			Files.writeString(configuration.resolve(BUNDLES),
					"iothubtools.tour," + version + "," + jar.getFileName() + ",4,false\n", StandardOpenOption.APPEND);
		}
	}

	private Outcome director(String... arguments) throws IOException, InterruptedException {
		List<String> command = java();
		command.addAll(List.of("-application", "org.eclipse.equinox.p2.director", "-destination", folder.toString(), "-profile",
				"DefaultProfile"));
		command.addAll(List.of(arguments));
		return run(command, work, work.resolve("none"));
	}

	private List<String> java(String... options) {
		Path launcher = Checkout.children(folder.resolve("plugins")).stream()
				.filter(file -> file.getFileName().toString().startsWith("org.eclipse.equinox.launcher_")).findFirst().orElseThrow();
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		command.addAll(List.of(options));
		command.addAll(List.of("-jar", launcher.toString(), "-nosplash"));
		return command;
	}

	private static Outcome run(List<String> command, Path place, Path log) throws IOException, InterruptedException {
		Path output = place.resolve("output.txt");
		Process process = new ProcessBuilder(command).directory(place.toFile()).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.to(output.toFile())).start();
		try {
			if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
				throw new AssertionError("Still running after " + TIMEOUT_MINUTES + " minutes:\n" + Checkout.read(output));
			}
		} finally {
			process.destroyForcibly().waitFor();
		}
		List<String> errors = Files.exists(log) ? LogFile.errors(Checkout.read(log)) : List.of();
		return new Outcome(process.exitValue(), Checkout.read(output), errors);
	}

	private static void copy(Path from, Path to) throws IOException {
		Files.walkFileTree(from, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) throws IOException {
				Files.createDirectories(to.resolve(from.relativize(each).toString()));
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) throws IOException {
				try (InputStream in = Files.newInputStream(each)) {
					Files.copy(in, to.resolve(from.relativize(each).toString()));
				}
				return FileVisitResult.CONTINUE;
			}
		});
	}

	private static void delete(Path folder) throws IOException {
		if (Files.exists(folder)) {
			Files.walkFileTree(folder, new SimpleFileVisitor<>() {
				@Override
				public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) throws IOException {
					Files.delete(each);
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult postVisitDirectory(Path each, IOException failure) throws IOException {
					Files.delete(each);
					return FileVisitResult.CONTINUE;
				}
			});
		}
	}
}
