#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# node-opcua-status-code 2.186.1 (npm, of node-opcua) beside stack-core 0.6.16 (Maven Central, Eclipse Milo, OPC UA for Java): a good value with a
# reason is not good.
#
# Guess:  isGood() of a status code is true of all whose two first bits say good (OPC UA part 4, 7.39: the severity): GoodClamped, of a value that was
#         kept at its limit, GoodLocalOverride, of one that somebody forced by hand, and Good with bits of information, as "the queue ran over".
# Seen:   isGood() is true of Good and of nothing else, and isNotGood() is true of all the others: a gateway with "if (status.isGood())" drops what
#         was clamped or forced, and of a queue that ran over the last value; isBad() is false for them too. What means severity is isGoodish(). Milo
#         says good of each, on the same numbers. statusCode === StatusCodes.Good, the other way to ask, is false for these as well.
# Way out: isGoodish(), or !isBad() where uncertain values are wanted too.
#
# Needs Node.js 18 or newer, npm, a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node-opcua-status-code@2.186.1
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.eclipse.milo</groupId><artifactId>stack-core</artifactId><version>0.6.16</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.36</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;

public class Run {
	public static void main(String[] arguments) {
		for (String number : arguments) {
			StatusCode code = new StatusCode(Long.decode(number));
			System.out.println(code.isGood() + " " + code.isUncertain() + " " + code.isBad());
		}
	}
}
JAVA
cat >run.js <<'JS'
const assert = require('node:assert');
const { execFileSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { StatusCodes, coerceStatusCode } = require('node-opcua-status-code');
const codes = {
  Good: StatusCodes.Good,
  GoodClamped: StatusCodes.GoodClamped,
  GoodLocalOverride: StatusCodes.GoodLocalOverride,
  'Good, the queue ran over': coerceStatusCode(0x00000480),
  UncertainInitialValue: StatusCodes.UncertainInitialValue,
};
const numbers = Object.values(codes).map(code => '0x' + code.value.toString(16));
const milo = execFileSync('java', ['-cp', readFileSync('classpath', 'utf8').trim(), 'Run.java', ...numbers], { encoding: 'utf8' }).trim().split('\n');
const seen = Object.entries(codes).map(([name, code], index) => {
  console.log(`${name} (${numbers[index]}): isGood ${code.isGood()}, isGoodish ${code.isGoodish()}, isBad ${code.isBad()} - Milo's isGood: ${milo[index].split(' ')[0]}`);
  return [code.isGood(), code.isNotGood(), code.isGoodish(), code.isBad(), milo[index]];
});
const reason = [false, true, true, false, 'true false false'];
assert.deepStrictEqual(seen, [[true, false, true, false, 'true false false'], reason, reason, reason, [false, true, false, false, 'false true false']],
    'this has changed');
JS
node run.js
echo "as described"
