#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# knx 2.5.4 (npm) and calimero-core 2.6 (Maven Central), the KNX libraries of Node.js and Java: a sensor that reports that it has no value is at
# 670760.96 °C.
#
# Guess:  0x7FFF is how a device says "invalid" in the datapoint types of two-byte floats (KNX standard, 3/7/2, types 9.xxx), as NaN is for four
#         bytes. A library that knows the type 9.001 throws, or gives null or NaN.
# Seen:   both give the number that the bits would be, 670760.96, without an error, and calimero writes "°C" behind it, although
#         9.001 ends at 670433.28 °C by its own table, and its setValue refuses more. NaN of type 14 is NaN in both.
#         One such telegram among a hundred readings moves their mean by 6,700 degrees, and a rule "too hot" fires when a wire breaks.
# Way out: look at the two bytes before they are translated, or drop what is above 670433.28.
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
cat >run.js <<'JS'
const assert = require('node:assert');
const types = require('knx/src/dptlib');
const read = (type, ...bytes) => types.fromBuffer(Buffer.from(bytes), types.resolve(type));

const reading = read('DPT9.001', 0x0c, 0x33);
const invalid = read('DPT9.001', 0x7f, 0xff);
const four = read('DPT14.068', 0x7f, 0xc0, 0, 0);
console.log('knx: a reading', reading, '- invalid', invalid, '- NaN of four bytes', four);
assert.strictEqual(reading, 21.5);
assert.strictEqual(invalid, 670760.96, 'this has changed');
assert.strictEqual(four, NaN, 'this has changed');
JS
node run.js
cat >Run.java <<'JAVA'
import tuwien.auto.calimero.KNXFormatException;
import tuwien.auto.calimero.dptxlator.DPTXlator;
import tuwien.auto.calimero.dptxlator.TranslatorTypes;

public class Run {
	public static void main(String[] arguments) throws Exception {
		DPTXlator reading = TranslatorTypes.createTranslator("9.001", (byte) 0x0c, (byte) 0x33);
		DPTXlator invalid = TranslatorTypes.createTranslator("9.001", (byte) 0x7f, (byte) 0xff);
		DPTXlator four = TranslatorTypes.createTranslator("14.068", (byte) 0x7f, (byte) 0xc0, (byte) 0, (byte) 0);
		System.out.println("calimero: a reading " + reading.getValue() + " - invalid " + invalid.getValue() + " - NaN of four bytes " + four.getValue());
		System.out.println("calimero's end of 9.001: " + invalid.getType().getUpperValue());
		if (reading.getNumericValue() != 21.5 || invalid.getNumericValue() != 670760.96 || !invalid.getValue().equals("670760.96 °C")
				|| !Double.isNaN(four.getNumericValue()) || Double.parseDouble(invalid.getType().getUpperValue()) != 670433.28) {
			throw new AssertionError("this has changed");
		}
		try {
			invalid.setValue(670760.96);
			throw new AssertionError("this has changed");
		} catch (KNXFormatException e) {
			System.out.println("as a value to write: " + e.getMessage());
		}
	}
}
JAVA
java -Duser.language=en -Dfile.encoding=UTF-8 -cp "$(cat classpath)" Run.java
echo "as described"
