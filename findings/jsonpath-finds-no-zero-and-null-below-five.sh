#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# jsonpath-plus 11.3.0 and jsonpath 1.3.0 (npm) beside json-p3 2.3.1 (npm) and json-path 3.0.0 (Maven Central): a reading of 0 is not there, and one
# of null is below 5.
#
# Guess:  $[?(@.t)] finds the readings that have a t, 0 and false too, as RFC 9535 (2.3.5.2.1) has it and as it reads; $[?(@.t<5)] finds numbers below
#         5, as null and texts are no numbers.
# Seen:   the two that most programs in JavaScript use take the expression for JavaScript: what is 0, false or the empty text is not there, so that
#         "which sensors reported" leaves out those at 0 °C and the closed valves, and null < 5 is true, so that a broken sensor that sends null is
#         found as too cold; @.t>=0 finds null, false and "", @.t==0 finds false and "". Java's (Jayway) and json-p3 do as the RFC says, with the same
#         text: a path tried in one finds other devices in the other. $[-1] is the last one for these, and nothing for those.
# Way out: json-p3; or typeof(@.t)=="number" && @.t<5, and @.t!==undefined, which jsonpath-plus alone understands.
#
# Needs Node.js 20 or newer, npm, a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund jsonpath-plus@11.3.0 jsonpath@1.3.0 json-p3@2.3.1
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>com.jayway.jsonpath</groupId><artifactId>json-path</artifactId><version>3.0.0</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import com.jayway.jsonpath.JsonPath;
import java.util.Arrays;

/** Prints the names that each path finds; the first argument is the document. */
public class Run {
	public static void main(String[] arguments) {
		for (String path : Arrays.asList(arguments).subList(1, arguments.length)) {
			Object found = JsonPath.read(arguments[0], path);
			System.out.println(found.toString().replaceAll("[^a-z]+", " ").strip());
		}
	}
}
JAVA
cat >run.js <<'JS'
const assert = require('node:assert');
const { execFileSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { JSONPath } = require('jsonpath-plus');
const jsonpath = require('jsonpath');
const p3 = require('json-p3');
const document = [{ n: 'zero', t: 0 }, { n: 'closed', t: false }, { n: 'broken', t: null }, { n: 'empty', t: '' }, { n: 'warm', t: 21.5 },
  { n: 'frost', t: -4 }, { n: 'none' }];
const ofTheRfc = {
  '$[?(@.t)].n': 'zero closed broken empty warm frost',
  '$[?(@.t<5)].n': 'zero frost',
  '$[?(@.t>=0)].n': 'zero warm',
  '$[?(@.t==0)].n': 'zero',
  '$[-1].n': 'none',
};
const ofJavaScript = {
  '$[?(@.t)].n': 'warm frost',
  '$[?(@.t<5)].n': 'zero closed broken empty frost',
  '$[?(@.t>=0)].n': 'zero closed broken empty warm',
  '$[?(@.t==0)].n': 'zero closed empty',
  '$[-1].n': '',
};
const paths = Object.keys(ofTheRfc);
const java = execFileSync('java', ['-cp', readFileSync('classpath', 'utf8').trim(), 'Run.java', JSON.stringify(document), ...paths],
    { encoding: 'utf8' }).split('\n');
paths.forEach((path, index) => {
  const seen = {
    'jsonpath-plus': JSONPath({ path, json: document }).join(' '),
    'jsonpath': jsonpath.query(document, path).join(' '),
    'json-p3': p3.query(path, document).values().join(' '),
    'json-path': java[index],
  };
  console.log(path, seen);
  assert.deepStrictEqual(Object.values(seen), [ofJavaScript[path], ofJavaScript[path], ofTheRfc[path], ofTheRfc[path]], 'this has changed');
});
JS
node run.js
echo "as described"
