#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# gson 2.14.0 and 2.15.0 (Maven Central): with STRICT, the newer one refuses what it writes, and what JSON.stringify of Node.js writes.
#
# Guess:  Strictness.STRICT is the grammar of RFC 8259, as its documentation says. That allows \ud83d alone in a string (section 8.2 names the case
#         and calls what follows unpredictable, not an error), so that a new minor version reads it as the one before; and what a Gson writes, the
#         same Gson reads.
# Seen:   2.14.0 reads it, 2.15.0 throws: "Unpaired surrogate characters are not allowed in strict mode", and the whole document is lost, with its
#         temperature. Such a half comes of a name that was cut at some length in UTF-16, as slice and substring do; JSON.stringify writes it as
#         an escape, so that the document is plain ASCII. toJson of the same strict Gson writes the half, without a word, and fromJson refuses it.
#         A value that is skipped is not looked at. Without STRICT, in both versions, nothing changed.
# Way out: no STRICT where devices write the names; or cut by code points, and toWellFormed() in JavaScript.
#
# Needs Node.js 18 or newer, a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
# the last character of the name is a drop of water, of two units in UTF-16
node -e "console.log(JSON.stringify({ name: 'Pump \u{1f4a7}'.slice(0, 6), temperature: 21.5 }))" >document.json
cat document.json
[ "$(cat document.json)" = '{"name":"Pump \ud83d","temperature":21.5}' ]
cat >Run.java <<'JAVA'
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import java.nio.file.Files;
import java.nio.file.Path;

public class Run {
	public static void main(String[] arguments) throws Exception {
		boolean refuses = Boolean.parseBoolean(arguments[0]);
		String document = Files.readString(Path.of("document.json"));
		Gson strict = new GsonBuilder().setStrictness(Strictness.STRICT).create();
		expect("STRICT reads JavaScript's", read(strict, document), refuses ? "refused" : "21.5");
		String written = strict.toJson(new Gson().fromJson(document, JsonObject.class));
		expect("STRICT reads what it wrote itself", read(strict, written), refuses ? "refused" : "21.5");
		expect("a plain Gson reads both", read(new Gson(), document) + " " + read(new Gson(), written), "21.5 21.5");
	}

	private static String read(Gson gson, String document) {
		try {
			return gson.fromJson(document, JsonObject.class).get("temperature").getAsString();
		} catch (JsonParseException e) {
			return e.getMessage().contains("Unpaired surrogate") ? "refused" : e.getMessage();
		}
	}

	private static void expect(String what, String seen, String expected) {
		System.out.println(what + ": " + seen);
		if (!seen.equals(expected)) {
			throw new AssertionError("this has changed");
		}
	}
}
JAVA
for version in 2.14.0 2.15.0; do
  cat >pom.xml <<XML
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>com.google.code.gson</groupId><artifactId>gson</artifactId><version>$version</version></dependency>
</dependencies></project>
XML
  mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
  echo "gson $version"
  java -cp "$(cat classpath)" Run.java "$([ "$version" = 2.15.0 ] && echo true || echo false)"
done
echo "as described"
