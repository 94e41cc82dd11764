#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# influxdb-client-java 7.3.0 (Maven Central) beside @influxdata/influxdb-client 1.35.0 (npm): a reading that is NaN.
#
# Guess:  a sensor that is broken gives NaN, InfluxDB has no NaN, so both clients refuse the point, as one would want to hear of it.
# Seen:   the client for JavaScript throws ("invalid float value for field"). The one for Java leaves the field out, without an error or a line in
#         a log: {temperature: NaN, humidity: 40.5} is written as humidity alone, and a point of a single NaN is the empty text, of which nothing
#         is sent. Infinity is the same. Of -21.9 and 21.9 as integers, by the way, JavaScript's makes -22 and 21.
# Way out: Double.isFinite before addField, and a field that says so, as valid=false.
#
# Needs Node.js 18 or newer, npm, a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @influxdata/influxdb-client@1.35.0
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>com.influxdb</groupId><artifactId>influxdb-client-java</artifactId><version>7.3.0</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.client.write.Point;
import java.time.Instant;

public class Run {
	public static void main(String[] arguments) {
		String both = room(Double.NaN).addField("humidity", 40.5).toLineProtocol();
		String alone = room(Double.NaN).toLineProtocol();
		String infinite = room(Double.POSITIVE_INFINITY).toLineProtocol();
		System.out.println("Java, NaN beside another: \"" + both + "\", alone: \"" + alone + "\", infinite: \"" + infinite + "\"");
		if (!both.equals("room humidity=40.5 1000") || !alone.isEmpty() || !infinite.isEmpty()) {
			throw new AssertionError("this has changed");
		}
	}

	private static Point room(double temperature) {
		return Point.measurement("room").addField("temperature", temperature).time(Instant.ofEpochSecond(1), WritePrecision.MS);
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
cat >run.js <<'JS'
const assert = require('node:assert');
const { Point } = require('@influxdata/influxdb-client');
assert.throws(() => new Point('room').floatField('temperature', NaN), { message: /invalid float value for field 'temperature': NaN/ }, 'this has changed');
const whole = value => new Point('room').intField('t', value).timestamp('').toLineProtocol();
console.log('JavaScript refuses NaN; as integers:', whole(-21.9), whole(21.9));
assert.strictEqual(whole(-21.9).trim(), 'room t=-22i', 'this has changed');
assert.strictEqual(whole(21.9).trim(), 'room t=21i', 'this has changed');
JS
node run.js
echo "as described"
