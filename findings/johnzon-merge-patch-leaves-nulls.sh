#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# johnzon-core 2.0.2 (Maven Central, Apache's Jakarta JSON Processing) beside parsson 1.1.7 (Eclipse's): a merge patch, which is what updates of
# device twins are, leaves the nulls of a new section in the document.
#
# Guess:  JsonMergePatch does what RFC 7396 says, the same with either implementation of Jakarta JSON: null takes a member away and is never
#         stored; and createMergeDiff(a, b), applied to a, gives b.
# Seen:   with Johnzon null takes away a member of a section that is there, but a section that is new, or takes the place of something else,
#         is stored with its nulls: two of the RFC's own examples (appendix A) give other results. createMergeDiff finds no difference
#         between 1 and {}, so a section that became empty is not written. Parsson gives the RFC's result in each case.
#         A program that follows a twin's patches so ends with members that the hub does not have.
# Way out: name the implementation rather than take what the class path has: new org.eclipse.parsson.JsonProviderImpl().
#
# Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>jakarta.json</groupId><artifactId>jakarta.json-api</artifactId><version>2.1.3</version></dependency>
<dependency><groupId>org.apache.johnzon</groupId><artifactId>johnzon-core</artifactId><version>2.0.2</version></dependency>
<dependency><groupId>org.eclipse.parsson</groupId><artifactId>parsson</artifactId><version>1.1.7</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;

public class Run {
	// document, patch, what RFC 7396 makes of it, what Johnzon makes of it
	private static final String[][] PATCHES = {
			{ "{\"fan\":{\"on\":true,\"speed\":2}}", "{\"fan\":{\"speed\":null}}", "{\"fan\":{\"on\":true}}", "{\"fan\":{\"on\":true}}" },
			{ "{}", "{\"fan\":{\"on\":true,\"speed\":null}}", "{\"fan\":{\"on\":true}}", "{\"fan\":{\"on\":true,\"speed\":null}}" },
			{ "{\"fan\":1}", "{\"fan\":{\"speed\":null}}", "{\"fan\":{}}", "{\"fan\":{\"speed\":null}}" },
			// the last but one and the last example of the RFC
			{ "[1,2]", "{\"a\":\"b\",\"c\":null}", "{\"a\":\"b\"}", "{\"a\":\"b\",\"c\":null}" },
			{ "{}", "{\"a\":{\"bb\":{\"ccc\":null}}}", "{\"a\":{\"bb\":{}}}", "{\"a\":{\"bb\":{\"ccc\":null}}}" } };

	public static void main(String[] arguments) {
		JsonProvider johnzon = new org.apache.johnzon.core.JsonProviderImpl();
		JsonProvider parsson = new org.eclipse.parsson.JsonProviderImpl();
		for (String[] patch : PATCHES) {
			String ofJohnzon = patched(johnzon, patch[0], patch[1]);
			String ofParsson = patched(parsson, patch[0], patch[1]);
			System.out.println(patch[0] + " with " + patch[1] + ": Johnzon " + ofJohnzon + ", Parsson " + ofParsson);
			expect(patch[3], ofJohnzon);
			expect(patch[2], ofParsson);
		}
		String difference = difference(johnzon, "{\"fan\":1}", "{\"fan\":{}}");
		System.out.println("from {\"fan\":1} to {\"fan\":{}}: Johnzon " + difference + ", Parsson " + difference(parsson, "{\"fan\":1}", "{\"fan\":{}}"));
		expect("{}", difference);
		expect("{\"fan\":{}}", difference(parsson, "{\"fan\":1}", "{\"fan\":{}}"));
	}

	private static String patched(JsonProvider json, String document, String patch) {
		try (JsonReader target = json.createReader(new StringReader(document))) {
			return json.createMergePatch(object(json, patch)).apply(target.readValue()).toString();
		}
	}

	private static String difference(JsonProvider json, String from, String to) {
		return json.createMergeDiff(object(json, from), object(json, to)).toJsonValue().toString();
	}

	private static JsonObject object(JsonProvider json, String text) {
		try (JsonReader reader = json.createReader(new StringReader(text))) {
			return reader.readObject();
		}
	}

	private static void expect(String expected, String seen) {
		if (!seen.equals(expected)) {
			throw new AssertionError("this has changed: " + seen);
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
echo "as described"
