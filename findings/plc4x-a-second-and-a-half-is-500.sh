#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# plc4j-spi 0.13.1 (Maven Central, Apache PLC4X, the values of PLCs for Java): a TIME of 1.5 s is the int 500 and the long 1500.
#
# Guess:  isInteger() says whether getInteger() gives the value, and getInteger() throws where it cannot: 1500 ms of a TIME are 1500 in every type,
#         21.9 is no integer, and 3000000000 of a UDINT does not fit an int. getBigDecimal() has all digits of a LINT.
# Seen:   getInteger() of a TIME is the milliseconds below its last full second, while getLong() is all of them: 500 and 1500, 0 for each full second;
#         isInteger() is true. A REAL of 21.9 is an integer by isInteger(), and getInteger() is 21. A UDINT of 3000000000 says that it is none, and
#         gives -1294967296 all the same; 40000 of a WORD as short is -25536. A LINT of 9007199254740993 has the BigDecimal 9007199254740992, by way
#         of a double, and the right long. The STRING "21.5" or "on" is a boolean by isBoolean(), and false. No error.
# Way out: getDuration(), getLong() and getObject() by the type that the tag has; is…() before get…() helps with whole numbers alone.
#
# Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.apache.plc4x</groupId><artifactId>plc4j-spi</artifactId><version>0.13.1</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import java.time.Duration;
import java.util.List;
import org.apache.plc4x.java.api.value.PlcValue;
import org.apache.plc4x.java.spi.values.PlcLINT;
import org.apache.plc4x.java.spi.values.PlcREAL;
import org.apache.plc4x.java.spi.values.PlcSTRING;
import org.apache.plc4x.java.spi.values.PlcTIME;
import org.apache.plc4x.java.spi.values.PlcUDINT;
import org.apache.plc4x.java.spi.values.PlcWORD;

public class Run {
	public static void main(String[] arguments) {
		PlcValue time = new PlcTIME(Duration.ofMillis(1500));
		expect("TIME of 1.5 s: isInteger, int, long, duration", time.isInteger(), time.getInteger(), time.getLong(), time.getDuration(),
				true, 500, 1500L, Duration.ofMillis(1500));
		expect("TIME of 60 s: int, long", new PlcTIME(Duration.ofMinutes(1)).getInteger(), new PlcTIME(Duration.ofMinutes(1)).getLong(), 0, 60_000L);
		PlcValue real = new PlcREAL(21.9f);
		expect("REAL of 21.9: isInteger, int", real.isInteger(), real.getInteger(), true, 21);
		PlcValue udint = new PlcUDINT(3_000_000_000L);
		expect("UDINT of 3000000000: isInteger, int, long", udint.isInteger(), udint.getInteger(), udint.getLong(),
				false, -1_294_967_296, 3_000_000_000L);
		expect("WORD of 40000: short", new PlcWORD(40_000).getShort(), (short) -25_536);
		PlcValue lint = new PlcLINT(9_007_199_254_740_993L);
		expect("LINT of 9007199254740993: long, BigDecimal", lint.getLong(), lint.getBigDecimal().longValueExact(),
				9_007_199_254_740_993L, 9_007_199_254_740_992L);
		PlcValue on = new PlcSTRING("on");
		expect("STRING of on: isBoolean, boolean", on.isBoolean(), on.getBoolean(), true, false);
	}

	/** The first half is what was seen, the second what is expected. */
	private static void expect(String what, Object... values) {
		List<Object> seen = List.of(values).subList(0, values.length / 2);
		System.out.println(what + ": " + seen);
		if (!seen.equals(List.of(values).subList(values.length / 2, values.length))) {
			throw new AssertionError("this has changed");
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
echo "as described"
