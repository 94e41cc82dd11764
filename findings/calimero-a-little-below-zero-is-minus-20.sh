#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# calimero-core 2.6 (Maven Central, KNX for Java) beside knx 2.5.4 (npm): a temperature of -0.004 °C is sent as -20.48 °C.
#
# Guess:  a value of KNX's floats of two bytes (datapoint types 9.xxx, steps of 0.01 about zero) is sent as the nearest step: what lies between -0.005
#         and 0 as 0, or as -0.01.
# Seen:   DPTXlator2ByteFloat sends 8000h of each, which is -2048 steps, -20.48, and says so itself when asked for the value; no error. The number may
#         come of a mean, or of rounding alone: 0.3 - 0.1 - 0.2 is -2.8e-17 in floating point. A heating that is told so opens its valves. It is the
#         same with each type 9.xxx, be it volts or watts. -0.0, 0 and -0.01 are right, so that tests with whole steps show nothing. knx of Node.js
#         sends 0 here, but cuts off what it should round, also of whole steps: 4.35 goes out as 4.34, 0.29 as 0.28.
# Way out: Math.round(value * 100) / 100.0 before setValue; a float of four bytes, 14.xxx, where the installation has it.
#
# Needs Node.js 18 or newer, npm, a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts knx@2.5.4
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>com.github.calimero</groupId><artifactId>calimero-core</artifactId><version>2.6</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import java.util.HexFormat;
import tuwien.auto.calimero.dptxlator.DPTXlator;
import tuwien.auto.calimero.dptxlator.TranslatorTypes;

public class Run {
	public static void main(String[] arguments) throws Exception {
		check(0, "0000 0.0");
		check(-0.0, "0000 0.0");
		check(-0.01, "87ff -0.01");
		check(0.004, "0000 0.0");
		check(-0.004, "8000 -20.48");
		check(0.3 - 0.1 - 0.2, "8000 -20.48");
		check(-0.0051, "87ff -0.01");
	}

	private static void check(double value, String expected) throws Exception {
		for (String type : new String[] {"9.001", "9.024"}) {
			DPTXlator translator = TranslatorTypes.createTranslator(0, type);
			translator.setValue(value);
			String seen = HexFormat.of().formatHex(translator.getData()) + " " + translator.getNumericValue();
			System.out.println(value + " as " + type + ": " + seen);
			if (!seen.equals(expected)) {
				throw new AssertionError("this has changed");
			}
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
cat >run.js <<'JS'
const assert = require('node:assert');
const type9 = require('knx/src/dptlib/dpt9');
const seen = [-0.004, 4.35, 0.29, 21.1].map(value => type9.fromBuffer(type9.formatAPDU(value)));
console.log('knx of Node.js, of -0.004, 4.35, 0.29 and 21.1:', ...seen);
assert.deepStrictEqual(seen, [0, 4.34, 0.28, 21.1], 'this has changed');
JS
node run.js
echo "as described"
