#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# tahu-core 1.0.11 (Maven Central, Eclipse Tahu, Sparkplug B for Java): an array of UInt8 loses its upper half.
#
# Guess:  a metric of UInt8Array with 200 arrives as 200, as a metric of UInt8 does, and as the elements of UInt16Array and UInt32Array do; its
#         elements are Short, so that 200 has room.
# Seen:   200 arrives as -56, and of all 256 values the 128 from 128 on are negative, without an error, while the bytes sent are right:
#         the decoder widens each with its sign. The other arrays without sign, and each single value, are as they were. A level, a duty cycle
#         or a byte of raw data looks right in tests with small numbers.
# Way out: value & 0xff of each element that was read; or UInt16Array.
#
# Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.eclipse.tahu</groupId><artifactId>tahu-core</artifactId><version>1.0.11</version>
<exclusions><exclusion><groupId>ch.qos.logback</groupId><artifactId>*</artifactId></exclusion></exclusions></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import static org.eclipse.tahu.message.model.MetricDataType.UInt16Array;
import static org.eclipse.tahu.message.model.MetricDataType.UInt32Array;
import static org.eclipse.tahu.message.model.MetricDataType.UInt64Array;
import static org.eclipse.tahu.message.model.MetricDataType.UInt8;
import static org.eclipse.tahu.message.model.MetricDataType.UInt8Array;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import org.eclipse.tahu.message.SparkplugBPayloadDecoder;
import org.eclipse.tahu.message.SparkplugBPayloadEncoder;
import org.eclipse.tahu.message.model.Metric;
import org.eclipse.tahu.message.model.MetricDataType;
import org.eclipse.tahu.message.model.SparkplugBPayload;

public class Run {
	public static void main(String[] arguments) throws Exception {
		Short[] all = new Short[256];
		Arrays.setAll(all, i -> (short) i);
		Short[] read = (Short[]) sent(UInt8Array, all);
		long others = 0;
		for (int i = 0; i < all.length; i++) {
			others += read[i].equals(all[i]) ? 0 : 1;
			if ((read[i] & 0xff) != i) {
				throw new AssertionError("this has changed");
			}
		}
		System.out.println("of 256 values of UInt8Array " + others + " arrive as another, 200 as " + read[200]);
		if (others != 128 || read[200] != -56) {
			throw new AssertionError("this has changed");
		}
		same(UInt8, (short) 200);
		same(UInt16Array, new Integer[] { 65535, 40000 });
		same(UInt32Array, new Long[] { 4294967295L });
		same(UInt64Array, new BigInteger[] { BigInteger.TWO.pow(64).subtract(BigInteger.ONE) });
	}

	private static void same(MetricDataType type, Object value) throws Exception {
		Object read = sent(type, value);
		System.out.println(type + ": " + text(value) + " arrives as " + text(read));
		if (!text(read).equals(text(value))) {
			throw new AssertionError("this has changed");
		}
	}

	private static String text(Object value) {
		return value instanceof Object[] array ? Arrays.toString(array) : value.toString();
	}

	private static Object sent(MetricDataType type, Object value) throws Exception {
		SparkplugBPayload payload = new SparkplugBPayload.SparkplugBPayloadBuilder().setTimestamp(new Date(1764345600123L)).setSeq(0L)
				.addMetric(new Metric.MetricBuilder("level", type, value).createMetric()).createPayload();
		byte[] bytes = new SparkplugBPayloadEncoder().getBytes(payload, false);
		if (type == UInt8Array && !HexFormat.of().formatHex(bytes).contains("c6c7c8c9")) {
			throw new AssertionError("this has changed");
		}
		return new SparkplugBPayloadDecoder().buildFromByteArray(bytes, null).getMetrics().get(0).getValue();
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
echo "as described"
