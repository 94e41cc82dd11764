// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;

import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The metadata of a p2 site, asked by XPath. */
final class Site {

	private final Document content;
	private final XPath xpath = XPathFactory.newInstance().newXPath();

	Site(Path folder) throws IOException {
		try (ZipFile zip = new ZipFile(folder.resolve("content.jar").toFile());
				InputStream in = zip.getInputStream(zip.getEntry("content.xml"))) {
			content = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
		} catch (SAXException | ParserConfigurationException e) {
			throw new IOException(e);
		}
	}

	/** The values of all attributes or texts that the expression finds. */
	List<String> values(String expression) {
		try {
			NodeList nodes = (NodeList) xpath.evaluate(expression, content, XPathConstants.NODESET);
			return java.util.stream.IntStream.range(0, nodes.getLength()).mapToObj(i -> nodes.item(i).getTextContent().strip()).toList();
		} catch (XPathExpressionException e) {
			throw new IllegalArgumentException(expression, e);
		}
	}

	/** The one value that the expression finds, empty when there is none. */
	String value(String expression) {
		List<String> values = values(expression);
		return values.isEmpty() ? "" : values.get(0);
	}
}
