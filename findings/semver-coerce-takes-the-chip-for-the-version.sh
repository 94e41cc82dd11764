#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# semver 7.8.6 (npm) and semver4j 6.0.0 (Maven Central): the version in the name of a firmware is that of its chip.
#
# Guess:  coerce("esp32-1.4.2") finds 1.4.2, the one part that is a version whole, or nothing; parse says that the text is none, and coerce is what
#         both offer for texts that are not exact.
# Seen:   it is 32.0.0, and stm32l4_2.0.1 is 32.0.0 too, sensor3-fw-1.4.2 is 3.0.0: the first number counts, with or without dots. Nothing
#         throws, and every comparison works: the device is newer than whatever there will be, so that an update with gt(latest, coerce(reported)) is
#         never offered, and an old and a new firmware of one chip are equal. rtl: true of semver takes the last number instead, which
#         is right here, and wrong of 1.4.2-rc3.
# Way out: take the version out of the text by a pattern of your own, as /\d+\.\d+\.\d+(-[\w.]+)?/, and parse that.
#
# Needs Node.js 18 or newer, npm, a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund semver@7.8.6
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.semver4j</groupId><artifactId>semver4j</artifactId><version>6.0.0</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >run.js <<'JS'
const assert = require('node:assert');
const semver = require('semver');

for (const [name, seen, fromRight] of [['esp32-1.4.2', '32.0.0', '1.4.2'], ['esp32-1.3.0', '32.0.0', '1.3.0'], ['stm32l4_2.0.1', '32.0.0', '2.0.1'],
  ['sensor3-fw-1.4.2', '3.0.0', '1.4.2'], ['1.4.2-rc3', '1.4.2', '3.0.0'], ['fw-1.4.2', '1.4.2', '1.4.2']]) {
  console.log('semver:', name, 'is', String(semver.coerce(name)), '- with rtl', String(semver.coerce(name, { rtl: true })));
  assert.strictEqual(String(semver.coerce(name)), seen, 'this has changed');
  assert.strictEqual(String(semver.coerce(name, { rtl: true })), fromRight, 'this has changed');
}
const offered = semver.gt('1.5.0', semver.coerce('esp32-1.4.2'));
console.log('1.5.0 is offered to esp32-1.4.2:', offered);
assert.strictEqual(offered, false, 'this has changed');
assert.strictEqual(semver.parse('esp32-1.4.2'), null);
JS
node run.js
cat >Run.java <<'JAVA'
import org.semver4j.Semver;

public class Run {
	public static void main(String[] arguments) {
		for (String[] names : new String[][] { { "esp32-1.4.2", "32.0.0" }, { "esp32-1.3.0", "32.0.0" }, { "stm32l4_2.0.1", "32.0.0" },
				{ "sensor3-fw-1.4.2", "3.0.0" }, { "fw-1.4.2", "1.4.2" } }) {
			Semver seen = Semver.coerce(names[0]);
			System.out.println("semver4j: " + names[0] + " is " + seen);
			if (!String.valueOf(seen).equals(names[1])) {
				throw new AssertionError("this has changed");
			}
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
echo "as described"
