// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.project;

/** Text in XML. */
final class Xml {

	private Xml() {
	}

	/** As it stands in elements and between the quotation marks of attributes. */
	static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}
}
