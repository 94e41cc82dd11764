#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# indriya 2.2.4 (Maven Central, the reference implementation of JSR 385, units for Java): 20 °C and 1 °C more are 294.15 °C.
#
# Guess:  getQuantity(20, CELSIUS).add(getQuantity(1, CELSIUS)) is 21 °C, as an offset that corrects a sensor is added; or it is refused, as a sum of
#         two temperatures means nothing. A mean, by add and divide, is the mean. The texts "21,5 m" and "1e3 m" are read, or refused.
# Seen:   both are taken from absolute zero and added in kelvins: 294.15 °C. 20 °C less 1 °C is -254.15 °C, twice 20 °C is 313.15 °C, and the mean of
#         20 °C and 22 °C by add and divide(2) is 21 °C, so that a test with means is content. 20 °C + 1 K is 21 °C, while 1 K is as absolute as 1 °C.
#         What is meant by an offset is Quantity.Scale.RELATIVE, the third argument of getQuantity. Nothing throws. Quantities.getQuantity("21,5 m")
#         is 215 m and of "1e3 m" 1 m; "1E3 m" is 1000 m.
# Way out: a scale for each difference; or kelvins inside, and Celsius for people.
#
# Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>tech.units</groupId><artifactId>indriya</artifactId><version>2.2.4</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import static tech.units.indriya.quantity.Quantities.getQuantity;
import static tech.units.indriya.unit.Units.CELSIUS;
import static tech.units.indriya.unit.Units.KELVIN;

import javax.measure.Quantity;
import javax.measure.quantity.Temperature;

public class Run {
	public static void main(String[] arguments) {
		Quantity<Temperature> twenty = getQuantity(20, CELSIUS);
		expect("20 °C + 1 °C", twenty.add(getQuantity(1, CELSIUS)), 294.15);
		expect("20 °C + 1 °C, as a difference", twenty.add(getQuantity(1, CELSIUS, Quantity.Scale.RELATIVE)), 21);
		expect("20 °C + 1 K", twenty.add(getQuantity(1, KELVIN)), 21);
		expect("20 °C - 1 °C", twenty.subtract(getQuantity(1, CELSIUS)), -254.15);
		expect("twice 20 °C", twenty.multiply(2), 313.15);
		expect("the mean of 20 °C and 22 °C", twenty.add(getQuantity(22, CELSIUS)).divide(2), 21);
		expect("\"21,5 m\"", getQuantity("21,5 m"), 215);
		expect("\"1e3 m\"", getQuantity("1e3 m"), 1);
		expect("\"1E3 m\"", getQuantity("1E3 m"), 1000);
	}

	private static void expect(String what, Quantity<?> seen, double expected) {
		System.out.println(what + ": " + seen);
		if (Math.abs(seen.getValue().doubleValue() - expected) > 1e-9) {
			throw new AssertionError("this has changed");
		}
	}
}
JAVA
java -Duser.language=en -Duser.country=US -cp "$(cat classpath)" Run.java
echo "as described"
