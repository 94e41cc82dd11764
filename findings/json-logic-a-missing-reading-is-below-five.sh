#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# json-logic-js 2.0.5 (npm, JsonLogic, rules as JSON) beside json-logic-java 1.1.0 (Maven Central): the alarm "below 5 degrees" goes off where no
# temperature was sent.
#
# Guess:  {"<": [{"var": "temperature"}, 5]} of a message without a temperature, or with null, is false, as a comparison with nothing is, and the same
#         rule gives the same in both libraries, which is what a rule as JSON is for.
# Seen:   in JavaScript it is true: a missing variable is null, and null < 5 as 0 < 5 is. ">=" 0 is true as well, and ">" -1. In Java all of them are
#         false, so that a rule that a gateway in Node.js fires is one that a server in Java does not. "<" 10 of the text "9" is true in both, but of
#         two texts, "9" and "10", it is false in JavaScript, which compares letters, and true in Java, which compares numbers. "+" of "21.5 C" is
#         21.5 in JavaScript and null in Java.
# Way out: {"and": [{"!=": [{"var": "temperature"}, null]}, …]} in front; numbers in messages, no texts.
#
# Needs Node.js 18 or newer, npm, a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund json-logic-js@2.0.5
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>io.github.jamsesso</groupId><artifactId>json-logic-java</artifactId><version>1.1.0</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import com.google.gson.Gson;
import io.github.jamsesso.jsonlogic.JsonLogic;
import java.util.Map;

/** Takes pairs of a rule and a message, and prints what each rule gives. */
public class Run {
	public static void main(String[] arguments) throws Exception {
		for (int i = 0; i < arguments.length; i += 2) {
			System.out.println(new JsonLogic().apply(arguments[i], new Gson().fromJson(arguments[i + 1], Map.class)));
		}
	}
}
JAVA
cat >run.js <<'JS'
const assert = require('node:assert');
const { execFileSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { apply } = require('json-logic-js');
const rule = (operation, other) => ({ [operation]: [{ var: 't' }, other] });
const cases = [
  [rule('<', 5), {}, true, 'false'],
  [rule('<', 5), { t: null }, true, 'false'],
  [rule('>=', 0), {}, true, 'false'],
  [rule('>', -1), {}, true, 'false'],
  [rule('<', 5), { t: 21.5 }, false, 'false'],
  [rule('<', 5), { t: -4 }, true, 'true'],
  [rule('<', 10), { t: '9' }, true, 'true'],
  [rule('<', { var: 'limit' }), { t: '9', limit: '10' }, false, 'true'],
  [rule('+', 0), { t: '21.5 C' }, 21.5, 'null'],
];
const java = execFileSync('java', ['-cp', readFileSync('classpath', 'utf8').trim(), 'Run.java',
  ...cases.flatMap(([rule, message]) => [JSON.stringify(rule), JSON.stringify(message)])], { encoding: 'utf8' }).trim().split('\n');
cases.forEach(([rule, message, ofJavaScript, ofJava], index) => {
  const seen = [apply(rule, message), java[index]];
  console.log(JSON.stringify(rule), 'of', JSON.stringify(message), '- JavaScript:', seen[0], 'Java:', seen[1]);
  assert.deepStrictEqual(seen, [ofJavaScript, ofJava], 'this has changed');
});
JS
node run.js
echo "as described"
