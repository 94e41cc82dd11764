#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# JSONata4Java 3.0.0 and com.dashjoin:jsonata 0.9.10 (Maven Central, JSONata for Java) beside jsonata 2.2.2 (npm, the one of Node-RED): the same
# expression gives a negative sum, or none, in Java.
#
# Guess:  an expression from a flow of Node-RED gives the same in Java, up to digits of large numbers: JSONata has one type of number, a double, and
#         one thing that is missing.
# Seen:   in JSONata4Java whole numbers are longs: $sum of six times in nanoseconds is -7860670472968810882, a product beyond 2^63 is
#         9223372036854775807 whatever the factors, without an error, while $average of the same six is right. What is missing equals null there, so
#         that r[v=null] finds those without a v as well as those that sent null, and $zip puts the whole input in front of its arguments. Dashjoin's
#         $sort of [21.5, -3] throws a ClassCastException (Double to Integer), and so does that of a small number and one in milliseconds: readings
#         are sorted until one of them is whole. Its order-by, r^(v), is right.
# Way out: $sum(times.($ / 1000000)) and $exists() beside null in JSONata4Java; $sort with a function, or order-by, in Dashjoin's.
#
# Needs Node.js 18 or newer, npm, a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund jsonata@2.2.2
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>com.ibm.jsonata4java</groupId><artifactId>JSONata4Java</artifactId><version>3.0.0</version></dependency>
<dependency><groupId>com.dashjoin</groupId><artifactId>jsonata</artifactId><version>0.9.10</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import com.api.jsonata4java.expressions.Expressions;
import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.json.Json;
import tools.jackson.databind.ObjectMapper;

/** Evaluates expressions on the document that is the first argument, with both libraries. */
public class Run {
	public static void main(String[] arguments) throws Exception {
		for (int i = 1; i < arguments.length; i++) {
			System.out.println(ibm(arguments[i], arguments[0]) + "\t" + dashjoin(arguments[i], arguments[0]));
		}
	}

	private static String ibm(String expression, String document) throws Exception {
		return String.valueOf(Expressions.parse(expression).evaluate(new ObjectMapper().readTree(document))).replaceAll("\\s", "");
	}

	private static String dashjoin(String expression, String document) {
		try {
			return Functions.string(Jsonata.jsonata(expression).evaluate(Json.parseJson(document)), false);
		} catch (ClassCastException e) {
			return "ClassCastException";
		}
	}
}
JAVA
cat >run.js <<'JS'
const assert = require('node:assert');
const { execFileSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const jsonata = require('jsonata');
const time = '1764345600123456789';
const text = `{"times": [${Array(6).fill(time)}], "a": 4000000000, "t": [21.5, -3], "r": [{"n": "none"}, {"n": "null", "v": null}, {"n": "c", "v": 5}],
  "mixed": [{"v": 21.5}, {"v": -3}]}`;
// what JavaScript, JSONata4Java and Dashjoin's give
const expected = {
  '$sum(times) > 0': ['true', 'false', 'true'],
  '$sum(times)': ['10586073600740741000', '-7860670472968810882', '1.05860736007407e+19'],
  '$sum(times.($ / 1000000)) > 0': ['true', 'true', 'true'],
  '$average(times) > 0': ['true', 'true', 'true'],
  'a * a * a': ['6.4e+28', '9223372036854775807', '6.4e+28'],
  'r[v = null].n': ['"null"', '["none","null"]', 'null'],
  '$zip(t, t)[0]': ['[21.5,21.5]', undefined, '[21.5,21.5]'],
  '$sort(t)': ['[-3,21.5]', '[-3,21.5]', 'ClassCastException'],
  'mixed^(v).v': ['[-3,21.5]', '[-3,21.5]', '[-3,21.5]'],
};
(async () => {
  const lines = execFileSync('java', ['-cp', readFileSync('classpath', 'utf8').trim(), 'Run.java', text, ...Object.keys(expected)],
      { encoding: 'utf8' }).trim().split('\n').map(line => line.split('\t'));
  for (const [index, [expression, values]] of Object.entries(expected).entries()) {
    const seen = [JSON.stringify(await jsonata(expression).evaluate(JSON.parse(text))), ...lines[index]];
    console.log(expression, seen);
    if (values[1] === undefined) {
      assert.match(seen[1], /"times":/, 'this has changed');
      seen[1] = undefined;
    }
    assert.deepStrictEqual(seen, values, 'this has changed');
  }
})();
JS
node run.js
echo "as described"
