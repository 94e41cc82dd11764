// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.eclipse.osgi.util.ManifestElement;
import org.osgi.framework.BundleException;

/**
 * A bundle's manifest, read as the framework does.
 *
 * @param place   where it is from
 * @param headers all of them
 */
record Manifest(Path place, Map<String, String> headers) {

	private static final String FILE = "META-INF/MANIFEST.MF";

	/** Whether there is one in the folder or jar. */
	static boolean isIn(Path bundle) {
		try {
			if (Files.isDirectory(bundle)) {
				return Files.exists(bundle.resolve(FILE));
			}
			try (ZipFile jar = new ZipFile(bundle.toFile())) {
				return jar.getEntry(FILE) != null;
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** That of a folder or jar. */
	static Manifest of(Path bundle) {
		try {
			if (Files.isDirectory(bundle)) {
				return read(bundle, Files.newInputStream(bundle.resolve(FILE)));
			}
			try (ZipFile jar = new ZipFile(bundle.toFile())) {
				return read(bundle, jar.getInputStream(new ZipEntry(FILE)));
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static Manifest read(Path bundle, InputStream file) throws IOException {
		try (file) {
			return new Manifest(bundle, ManifestElement.parseBundleManifest(file, new HashMap<>()));
		} catch (BundleException e) {
			throw new IllegalStateException(bundle + ": " + e.getMessage(), e);
		}
	}

	/** A header's clauses, none when it is missing. */
	List<ManifestElement> header(String header) {
		try {
			ManifestElement[] clauses = ManifestElement.parseHeader(header, headers.get(header));
			return clauses == null ? List.of() : List.of(clauses);
		} catch (BundleException e) {
			throw new IllegalStateException(place + ": " + e.getMessage(), e);
		}
	}
}
