#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# org.osgi.util.converter 1.0.9 (Maven Central, OSGi's Converter): what does not fit is not refused.
#
# Guess:  a conversion that would lose something is a ConversionException, as that of the text "300" to a byte is, and of "x"; "yes" and "on" are
#         true, or refused; a text "a,b" is two texts where an array is wanted.
# Seen:   3000000000L as int is -1294967296, 70000 as short 4464, 21.9 as int 21, without an error, so that an interface for a configuration
#         with int maxBytes() gives a negative number for a setting that is a Long, as JSON's and a console's are. "yes" and "1" as text are false,
#         1 as a number is true and 0.5 false. A list gives its first element, a map its first key, a byte[] its first byte as text:
#         [22, 23] as int is 22. "a,b" is one text. All of it is in OSGi's specification, and none in the signature.
# Way out: long in the interface, and a range check of one's own; lists where there are several texts; or a ConverterBuilder with a rule that refuses.
#
# Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.osgi</groupId><artifactId>org.osgi.util.converter</artifactId><version>1.0.9</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import java.util.List;
import java.util.Map;
import org.osgi.util.converter.ConversionException;
import org.osgi.util.converter.Converter;
import org.osgi.util.converter.Converters;

public class Run {
	private static final Converter CONVERTER = Converters.standardConverter();

	public interface Settings {
		int maxBytes();
		boolean tls();
		String[] topics();
	}

	public static void main(String[] arguments) {
		Settings settings = CONVERTER.convert(Map.of("maxBytes", 3_000_000_000L, "tls", "yes", "topics", "a,b")).to(Settings.class);
		expect("maxBytes of 3000000000", settings.maxBytes(), -1_294_967_296);
		expect("tls of yes", settings.tls(), false);
		expect("topics of a,b", settings.topics().length, 1);
		expect("70000 as short", CONVERTER.convert(70_000).to(short.class), (short) 4464);
		expect("21.9 as int", CONVERTER.convert(21.9).to(int.class), 21);
		expect("\"1\" as boolean", CONVERTER.convert("1").to(boolean.class), false);
		expect("1 as boolean", CONVERTER.convert(1).to(boolean.class), true);
		expect("0.5 as boolean", CONVERTER.convert(0.5).to(boolean.class), false);
		expect("[22, 23] as int", CONVERTER.convert(List.of(22, 23)).to(int.class), 22);
		expect("{unit=°C} as String", CONVERTER.convert(Map.of("unit", "°C")).to(String.class), "unit");
		expect("the bytes 1 and 2 as String", CONVERTER.convert(new byte[] {1, 2}).to(String.class), "1");
		for (String text : List.of("300", "x")) {
			try {
				CONVERTER.convert(text).to(byte.class);
				throw new AssertionError("this has changed");
			} catch (ConversionException e) {
				System.out.println(text + " as byte: refused");
			}
		}
	}

	private static void expect(String what, Object seen, Object expected) {
		System.out.println(what + ": " + seen);
		if (!seen.equals(expected)) {
			throw new AssertionError("this has changed");
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
echo "as described"
