// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where things lie in the checkout that was built. */
final class Checkout {

	/** The checkout's folder. */
	static final Path ROOT = Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent().getParent();

	/** Where each module puts what it makes; there is one for each end of Eclipse. */
	static final String BUILD_FOLDER = System.getProperty("build.folder", "target");

	/** The update site that is tested: the one given, or the one of this build. */
	static final Path SITE = site(System.getProperty("tested.site", ""));

	/** The built bare IDEs, by operating system, window system and architecture. */
	static final Path IDES = built("releng/iothubtools.ide").resolve("products/bare.ide");

	/** The built bare IDE for this machine; never changed, only copied. */
	static final Path BARE_IDE = Path.of(System.getProperty("bare.ide", ""));

	/** What these tests write. */
	static final Path TARGET = built("tests/iothubtools.install.tests");

	private Checkout() {
	}

	/** What was made of a module, by its path in the checkout. */
	static Path built(String module) {
		return ROOT.resolve(module).resolve(BUILD_FOLDER);
	}

	/** The bundles that are shipped. */
	static Stream<Bundle> bundles() {
		return bundlesIn("bundles");
	}

	/** Those, and the ones that test them. */
	static Stream<Bundle> bundlesAndTests() {
		return Stream.of("bundles", "tests").flatMap(Checkout::bundlesIn);
	}

	private static Stream<Bundle> bundlesIn(String folder) {
		return children(ROOT.resolve(folder)).stream().filter(Files::isDirectory).filter(Manifest::isIn).map(Bundle::new);
	}

	/** The files and folders in a folder, by name. */
	static List<Path> children(Path folder) {
		try (Stream<Path> all = Files.list(folder)) {
			return all.sorted().toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** All files below a folder whose name fits; none when there is no such folder. */
	static List<Path> files(Path folder, Predicate<String> name) {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> all = Files.walk(folder)) {
			return all.filter(Files::isRegularFile).filter(file -> name.test(file.getFileName().toString())).sorted().toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** A text file's content. */
	static String read(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static Path site(String url) {
		return url.isEmpty() ? built("releng/iothubtools.repository").resolve("repository") : Path.of(URI.create(url));
	}
}
