#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# systems-ucum 2.2 (Maven Central, the units of UCUM for Java's JSR 385) beside @lhncbc/ucum-lhc 7.1.10 (npm): the factor of 20 dB is 0.3.
#
# Guess:  20 dB, as in the attenuation of a radio link, converted to the unit one is a factor of 100, as UCUM defines bel by lg and neper by ln; and
#         a factor of 100 is 20 dB. Or decibels are refused, as pH is by this class.
# Seen:   the conversion goes the wrong way round: 20 dB are 0.301, the logarithm of 2, and a factor of 100 is 10^101 dB. Bel and neper are
#         the same. There and back is 20 again, so that a test of both ways passes. Sums have it too: 20 dB + 3 dB is 6 dB. Others that are not
#         plain factors, as degrees Fahrenheit, are right. ucum-lhc gives 100 and 20.
# Way out: Math.pow(10, decibels / 10) by hand; or keep levels as plain numbers.
#
# Needs Node.js 18 or newer, npm, a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @lhncbc/ucum-lhc@7.1.10
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>systems.uom</groupId><artifactId>systems-ucum</artifactId><version>2.2</version></dependency>
<dependency><groupId>systems.uom</groupId><artifactId>systems-quantity</artifactId><version>2.1</version></dependency>
<dependency><groupId>javax.measure</groupId><artifactId>unit-api</artifactId><version>2.2</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import javax.measure.Quantity;
import javax.measure.Unit;
import javax.measure.quantity.Dimensionless;
import javax.measure.quantity.Temperature;
import systems.uom.ucum.format.UCUMFormat;
import tech.units.indriya.AbstractUnit;
import tech.units.indriya.quantity.Quantities;

public class Run {
	public static void main(String[] arguments) {
		Unit<Dimensionless> decibel = unit("dB");
		expect("20 dB as a factor", factor(20, decibel), Math.log10(2));
		expect("2 B as a factor", factor(2, unit("B")), Math.log10(2));
		expect("2 Np as a factor", factor(2, unit("Np")), Math.log(2));
		Quantity<Dimensionless> hundred = Quantities.getQuantity(100, AbstractUnit.ONE).to(decibel);
		expect("lg of what the factor 100 is in dB", Math.log10(hundred.getValue().doubleValue()), 101);
		expect("20 dB there and back", Quantities.getQuantity(20, decibel).to(AbstractUnit.ONE).to(decibel).getValue().doubleValue(), 20);
		Quantity<Dimensionless> sum = Quantities.getQuantity(20, decibel).add(Quantities.getQuantity(3, decibel));
		expect("20 dB + 3 dB in dB", sum.to(decibel).getValue().doubleValue(), 6);
		expect("20 % as a factor", factor(20, unit("%")), 0.2);
		expect("20 degrees Fahrenheit in K", fahrenheit(20), 266.483333);
	}

	private static Unit<Dimensionless> unit(String code) {
		return UCUMFormat.getInstance(UCUMFormat.Variant.CASE_SENSITIVE).parse(code).asType(Dimensionless.class);
	}

	private static double fahrenheit(double value) {
		Unit<?> unit = UCUMFormat.getInstance(UCUMFormat.Variant.CASE_SENSITIVE).parse("[degF]");
		return unit.asType(Temperature.class).getConverterTo(unit.getSystemUnit().asType(Temperature.class)).convert(value);
	}

	private static double factor(double value, Unit<Dimensionless> unit) {
		return Quantities.getQuantity(value, unit).to(AbstractUnit.ONE).getValue().doubleValue();
	}

	private static void expect(String what, double seen, double expected) {
		System.out.println(what + ": " + seen);
		if (Math.abs(seen - expected) > 1e-6) {
			throw new AssertionError("this has changed");
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java 2>errors || { cat errors; exit 1; }
cat >run.js <<'JS'
const assert = require('node:assert');
const ucum = require('@lhncbc/ucum-lhc').UcumLhcUtils.getInstance();
const [factor, level] = [ucum.convertUnitTo('dB', 20, '1').toVal, ucum.convertUnitTo('1', 100, 'dB').toVal];
console.log('ucum-lhc: 20 dB as a factor:', factor, '- the factor 100 in dB:', level);
assert.strictEqual(factor, 100);
assert.strictEqual(level, 20);
JS
node run.js
echo "as described"
