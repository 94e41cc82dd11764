// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;

import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A document, asked by XPath. */
final class Xml {

	private final Document document;
	private final XPath xpath = XPathFactory.newInstance().newXPath();

	/** Reads a file. */
	Xml(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			document = parse(in);
		}
	}

	/** Reads a stream, which stays open. */
	Xml(InputStream in) throws IOException {
		document = parse(in);
	}

	private static Document parse(InputStream in) throws IOException {
		try {
			return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
		} catch (SAXException | ParserConfigurationException e) {
			throw new IOException(e);
		}
	}

	/** The values of all attributes or texts that the expression finds. */
	List<String> values(String expression) {
		try {
			NodeList nodes = (NodeList) xpath.evaluate(expression, document, XPathConstants.NODESET);
			return IntStream.range(0, nodes.getLength()).mapToObj(i -> nodes.item(i).getTextContent().strip()).toList();
		} catch (XPathExpressionException e) {
			throw new IllegalArgumentException(expression, e);
		}
	}
}
