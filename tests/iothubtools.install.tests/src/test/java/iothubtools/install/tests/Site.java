// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/** The metadata of a p2 site, asked by XPath. */
final class Site {

	private final Xml content;

	Site(Path folder) throws IOException {
		try (ZipFile zip = new ZipFile(folder.resolve("content.jar").toFile());
				InputStream in = zip.getInputStream(zip.getEntry("content.xml"))) {
			content = new Xml(in);
		}
	}

	/** The values of all attributes or texts that the expression finds. */
	List<String> values(String expression) {
		return content.values(expression);
	}

	/** The one value that the expression finds, empty when there is none. */
	String value(String expression) {
		List<String> values = values(expression);
		return values.isEmpty() ? "" : values.get(0);
	}
}
