// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.eclipse.osgi.util.ManifestElement;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * One bundle's sources, and what was made of them.
 *
 * @param folder the project's folder, which has the bundle's name
 */
record Bundle(Path folder) {

	String name() {
		return folder.getFileName().toString();
	}

	/** All headers of the manifest. */
	Map<String, String> headers() {
		return Manifest.of(folder).headers();
	}

	/** A header's clauses, none when it is missing. */
	List<ManifestElement> header(String header) {
		return Manifest.of(folder).header(header);
	}

	/** Names of the packages and bundles that the manifest asks for. */
	List<String> asksFor() {
		return Stream.of("Import-Package", "Require-Bundle").flatMap(header -> header(header).stream())
				.flatMap(clause -> Arrays.stream(clause.getValueComponents())).toList();
	}

	/** All elements of plugin.xml, none when there is no such file. */
	List<Element> pluginXml() {
		Path file = folder.resolve("plugin.xml");
		if (!Files.exists(file)) {
			return List.of();
		}
		try {
			NodeList all = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()).getElementsByTagName("*");
			return Stream.iterate(0, i -> i < all.getLength(), i -> i + 1).map(i -> (Element) all.item(i)).toList();
		} catch (SAXException | IOException | ParserConfigurationException e) {
			throw new IllegalStateException(file + ": " + e.getMessage(), e);
		}
	}

	/** A properties file of the bundle, empty when it is missing. */
	Properties properties(String file) {
		return properties(folder.resolve(file));
	}

	/** A properties file, empty when it is missing. */
	static Properties properties(Path file) {
		Properties properties = new Properties();
		if (Files.exists(file)) {
			try (Reader reader = Files.newBufferedReader(file)) {
				properties.load(reader);
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}
		return properties;
	}

	/** The source files whose name fits. */
	List<Path> sources(Predicate<String> name) {
		return Checkout.files(folder.resolve("src"), name);
	}

	/** Whether this bundle has the class, which may be nested. */
	boolean hasClass(String className) {
		try (ZipFile zip = new ZipFile(jar().toFile())) {
			return zip.getEntry(className.replace('.', '/') + ".class") != null;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The bundle as the update site has it. */
	Path jar() {
		return Checkout.children(Checkout.SITE.resolve("plugins")).stream()
				.filter(file -> file.getFileName().toString().startsWith(name() + '_')).findFirst().orElseThrow();
	}

	@Override
	public String toString() {
		return name();
	}
}
