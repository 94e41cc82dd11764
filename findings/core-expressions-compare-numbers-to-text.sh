#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# org.eclipse.core.expressions 3.9.400 and 3.9.600 (Maven Central, of Eclipse 4.32 and 4.39, evaluates enabledWhen and visibleWhen of
# plugin.xml): value="007" is not the text 007.
#
# Guess:  <equals value="007"/> is true of the String "007", as <equals value="device-1"/> is of "device-1": an attribute of XML is text, and a name,
#         an id or a version that is text in the model is compared as text.
# Seen:   what reads as a number is one before it is compared, and a number equals no text: 007 is the Integer 7, 1.10 the Float 1.1, and also
#         12.d, which could be a device's id, is the Float 12; true is a Boolean. Each is false of the String of the same letters, without an
#         error, so that a menu entry never appears for these alone. A property tester gets the same values as its expected one, 1.10 and 1.1 as
#         the same number. 1.0.0 and device-1 stay text.
# Way out: value="'007'", with quotes inside the quotes, which are always text.
#
# Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >Run.java <<'JAVA'
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.eclipse.core.expressions.EvaluationContext;
import org.eclipse.core.expressions.EvaluationResult;
import org.eclipse.core.expressions.ExpressionConverter;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

public class Run {
	public static void main(String[] arguments) throws Exception {
		List<String> equal = new ArrayList<>();
		for (String id : new String[] { "device-1", "1.0.0", "007", "1.10", "12.d", "true" }) {
			System.out.println("the text " + id + " equals " + id + ": " + equal(id, id) + ", equals '" + id + "': " + equal("'" + id + "'", id));
			if (equal(id, id)) {
				equal.add(id);
			}
			if (!equal("'" + id + "'", id)) {
				throw new AssertionError("this has changed");
			}
		}
		boolean numbers = equal("007", 7) && equal("1.10", 1.1f) && equal("12.d", 12f);
		System.out.println("007 equals the Integer 7, 1.10 the Float 1.1 and 12.d the Float 12: " + numbers);
		if (!equal.equals(List.of("device-1", "1.0.0")) || !numbers) {
			throw new AssertionError("this has changed");
		}
	}

	private static boolean equal(String value, Object of) throws Exception {
		String xml = "<equals value=\"" + value + "\"/>";
		Element element = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml))).getDocumentElement();
		return ExpressionConverter.getDefault().perform(element).evaluate(new EvaluationContext(null, of)) == EvaluationResult.TRUE;
	}
}
JAVA
for version in 3.9.400 3.9.600; do
  cat >pom.xml <<XML
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.eclipse.platform</groupId><artifactId>org.eclipse.core.expressions</artifactId><version>$version</version></dependency>
</dependencies></project>
XML
  mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
  echo "$version"
  java -cp "$(cat classpath)" Run.java
done
echo "as described"
