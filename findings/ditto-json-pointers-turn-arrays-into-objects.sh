#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# ditto-json 3.8.0 (Maven Central, the JSON of Eclipse Ditto and its protocol classes): setValue("/readings/0", 5) makes {"0": 5} of the array.
#
# Guess:  JsonPointer is RFC 6901's: /readings/0 is the first element of an array, /a~1b the member "a/b", and the text of a pointer, parsed, is that
#         pointer. Objects are equal where their values are.
# Seen:   getValue("/readings/0") is empty where there is an array, and setValue puts an object with the member "0" in place of the whole array, all
#         other readings with it, without an error. ~0 is read as "~", but ~1 stays as it is: /a~1b does not find "a/b", and setValue adds a member
#         "a~1b". The pointer to "a/b" prints as /a/b, and parsed is one of two levels: remove() of its text takes b out of another object. JsonValue
#         1.0 equals 1, and so do two fields with them, while {"t": 1.0} and {"t": 1} are not equal, nor [1.0] and [1]: what looks for changes by
#         equals sees one where JsonMergePatch.compute finds none.
# Way out: JsonKey.of("a/b") in place of a text; arrays read, built anew and set as a whole; JsonMergePatch.compute for changes.
#
# Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.eclipse.ditto</groupId><artifactId>ditto-json</artifactId><version>3.8.0</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import org.eclipse.ditto.json.JsonArray;
import org.eclipse.ditto.json.JsonField;
import org.eclipse.ditto.json.JsonKey;
import org.eclipse.ditto.json.JsonMergePatch;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonValue;

public class Run {
	public static void main(String[] arguments) {
		JsonObject readings = JsonObject.of("{\"readings\":[21.5,22]}");
		expect("get /readings/0", readings.getValue("/readings/0").isPresent(), false);
		expect("set /readings/0", readings.setValue("/readings/0", 5), "{\"readings\":{\"0\":5}}");

		JsonObject slash = JsonObject.of("{\"a/b\":1,\"a\":{\"b\":2}}");
		expect("get /a~1b", slash.getValue("/a~1b").isPresent(), false);
		expect("get the key a/b", slash.getValue(JsonKey.of("a/b")).orElseThrow(), 1);
		expect("set /a~1b", JsonObject.of("{\"a/b\":1}").setValue("/a~1b", 2), "{\"a/b\":1,\"a~1b\":2}");
		expect("get /a~0b", JsonObject.of("{\"a~b\":1}").getValue("/a~0b").orElseThrow(), 1);
		JsonPointer pointer = JsonPointer.empty().addLeaf(JsonKey.of("a/b"));
		expect("the pointer to a/b", pointer, "/a/b");
		expect("levels of it, and of its text", pointer.getLevelCount() + " " + JsonPointer.of(pointer.toString()).getLevelCount(), "1 2");
		expect("remove of its text", slash.remove(pointer.toString()), "{\"a/b\":1,\"a\":{}}");

		JsonObject before = JsonObject.of("{\"t\":1.0}");
		JsonObject after = JsonObject.of("{\"t\":1}");
		expect("1.0 and 1", JsonValue.of(1.0).equals(JsonValue.of(1)), true);
		expect("a field of 1.0 and one of 1", JsonField.newInstance("t", JsonValue.of(1.0)).equals(JsonField.newInstance("t", JsonValue.of(1))), true);
		expect("{t: 1.0} and {t: 1}", before.equals(after), false);
		expect("[1.0] and [1]", JsonArray.of("[1.0]").equals(JsonArray.of("[1]")), false);
		expect("a merge patch from one to the other", JsonMergePatch.compute(before, after).isPresent(), false);
	}

	private static void expect(String what, Object seen, Object expected) {
		System.out.println(what + ": " + seen);
		if (!seen.toString().equals(expected.toString())) {
			throw new AssertionError("this has changed");
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
echo "as described"
