#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# com.zsmartsystems.zigbee 1.4.16.1 (Maven Central, Zigbee for Java, as openHAB has it) beside zigbee-clusters 3.0.2 (npm): four attributes that are
# not what the device sent.
#
# Guess:  each type of the ZigBee Cluster Library (ZCL) that the class knows is read as it says: a uint32 of 3000000000 is a Long or is refused, UTCTime
#         is a date, "Gerät" in UTF-8 comes back as it was written, and a bool of 0xFF, which the ZCL keeps for "no value", is none.
# Seen:   the uint32 is -1294967296, an Integer, while a uint40 and a uint48 are right: a counter that is read for years turns negative. A time is
#         null, and writing one writes nothing, so that what follows it in a frame stands where it should. "Gerät" is "Gerä": the length is counted
#         in characters when it is written. The bool is true. No error in any of them. zigbee-clusters has 3000000000, null
#         for the bool and the whole text.
# Way out: value & 0xFFFFFFFFL of uint32, readZigBeeType(UNSIGNED_32_BIT_INTEGER) for times, seconds since 2000; texts in ASCII.
#
# Needs Node.js 18 or newer, npm, a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund zigbee-clusters@3.0.2
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>com.zsmartsystems.zigbee</groupId><artifactId>com.zsmartsystems.zigbee</artifactId><version>1.4.16.1</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.36</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import com.zsmartsystems.zigbee.serialization.DefaultDeserializer;
import com.zsmartsystems.zigbee.serialization.DefaultSerializer;
import com.zsmartsystems.zigbee.zcl.protocol.ZclDataType;
import java.util.Calendar;

public class Run {
	public static void main(String[] arguments) {
		expect("a uint32 of 3000000000", read(ZclDataType.UNSIGNED_32_BIT_INTEGER, 0x00, 0x5e, 0xd0, 0xb2), -1_294_967_296);
		expect("a uint48 of 3000000000", read(ZclDataType.UNSIGNED_48_BIT_INTEGER, 0x00, 0x5e, 0xd0, 0xb2, 0, 0), 3_000_000_000L);
		expect("a time", read(ZclDataType.UTCTIME, 0x00, 0x80, 0xfe, 0x2c), null);
		expect("a bool of 0xFF", read(ZclDataType.BOOLEAN, 0xff), true);
		expect("a text, written and read", read(ZclDataType.CHARACTER_STRING, written("Gerät", ZclDataType.CHARACTER_STRING)), "Gerä");
		expect("a time, written, in bytes", written(Calendar.getInstance(), ZclDataType.UTCTIME).length, 0);
	}

	private static Object read(ZclDataType type, int... bytes) {
		return new DefaultDeserializer(bytes).readZigBeeType(type);
	}

	private static int[] written(Object value, ZclDataType type) {
		DefaultSerializer serializer = new DefaultSerializer();
		serializer.appendZigBeeType(value, type);
		int[] bytes = serializer.getPayload();
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] &= 0xff;
		}
		return bytes;
	}

	private static void expect(String what, Object seen, Object expected) {
		System.out.println(what + ": " + seen);
		if (expected == null ? seen != null : !expected.equals(seen)) {
			throw new AssertionError("this has changed");
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
cat >run.js <<'JS'
const assert = require('node:assert');
const { ZCLDataTypes } = require('zigbee-clusters');
const text = Buffer.alloc(7);
ZCLDataTypes.string.toBuffer(text, 'Gerät', 0);
const seen = {
  uint32: ZCLDataTypes.uint32.fromBuffer(Buffer.from([0x00, 0x5e, 0xd0, 0xb2]), 0),
  bool: ZCLDataTypes.bool.fromBuffer(Buffer.from([0xff]), 0),
  string: ZCLDataTypes.string.fromBuffer(text, 0),
};
console.log('zigbee-clusters:', seen);
assert.deepStrictEqual(seen, { uint32: 3000000000, bool: null, string: 'Gerät' });
JS
node run.js
echo "as described"
