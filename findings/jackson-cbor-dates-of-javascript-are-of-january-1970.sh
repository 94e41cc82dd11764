#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# jackson-dataformat-cbor 2.23.0 and 3.3.0 (Maven Central, Jackson's CBOR for Java) reading a Date of cbor 10.0.12, cbor2 2.3.0 and cbor-x 1.6.9
# (npm): a full second is in January 1970, and any other moment is an error.
#
# Guess:  a Date of JavaScript goes out with CBOR's tag 1 (RFC 8949, 3.4.2), a time in seconds since 1970, and a java.util.Date of Java is the same
#         moment; or the tag is refused where nobody knows it.
# Seen:   Jackson leaves the tag unread and has a plain number, of which a java.util.Date is made as of JSON's: by milliseconds. 28 November 2025,
#         16:00:00.000 is 21 January 1970, without an error. A moment that is no full second travels as a floating-point number, and for that a Date
#         throws: so it fails 999 times of 1000, and one reading in a thousand is of 1970. An Instant is right in both cases (Jackson 2 with its
#         module for java.time, 3 as it is), as it takes seconds.
# Way out: Instant in the class; or a text (toISOString) on the wire.
#
# Needs Node.js 20 or newer, npm, a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund cbor@10.0.12 cbor2@2.3.0 cbor-x@1.6.9
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>com.fasterxml.jackson.dataformat</groupId><artifactId>jackson-dataformat-cbor</artifactId><version>2.23.0</version></dependency>
<dependency><groupId>com.fasterxml.jackson.datatype</groupId><artifactId>jackson-datatype-jsr310</artifactId><version>2.23.0</version></dependency>
<dependency><groupId>tools.jackson.dataformat</groupId><artifactId>jackson-dataformat-cbor</artifactId><version>3.3.0</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >write.mjs <<'JS'
import cbor from 'cbor';
import { encode as encode2 } from 'cbor2';
import { encode as encodeX } from 'cbor-x';
for (const [name, encode] of [['cbor', cbor.encode], ['cbor2', encode2], ['cbor-x', encodeX]]) {
  const [full, other] = ['2025-11-28T16:00:00.000Z', '2025-11-28T16:00:00.123Z'].map(time => Buffer.from(encode(new Date(time))).toString('hex'));
  console.log(name, full, other);
}
JS
node write.mjs >times
cat >Run.java <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;

public class Run {
	private interface Reader {
		<T> T read(byte[] bytes, Class<T> type) throws Exception;
	}

	public static void main(String[] arguments) throws Exception {
		var two = com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper.builder()
				.addModule(new com.fasterxml.jackson.datatype.jsr310.JavaTimeModule()).build();
		var three = new tools.jackson.dataformat.cbor.CBORMapper();
		for (String line : Files.readAllLines(Path.of("times"))) {
			String[] words = line.split(" ");
			byte[] full = HexFormat.of().parseHex(words[1]);
			byte[] other = HexFormat.of().parseHex(words[2]);
			check("Jackson 2 of " + words[0], two::readValue, full, other);
			check("Jackson 3 of " + words[0], three::readValue, full, other);
		}
	}

	private static void check(String who, Reader reader, byte[] full, byte[] other) throws Exception {
		expect(who + ", Date of 16:00:00.000", reader.read(full, Date.class).toInstant(), Instant.parse("1970-01-21T10:05:45.600Z"));
		expect(who + ", Instant of 16:00:00.000", reader.read(full, Instant.class), Instant.parse("2025-11-28T16:00:00Z"));
		expect(who + ", Instant of 16:00:00.123", reader.read(other, Instant.class), Instant.parse("2025-11-28T16:00:00.123Z"));
		try {
			reader.read(other, Date.class);
			throw new AssertionError("this has changed");
		} catch (Exception e) {
			System.out.println(who + ", Date of 16:00:00.123: refused");
		}
	}

	private static void expect(String what, Object seen, Object expected) {
		System.out.println(what + ": " + seen);
		if (!seen.equals(expected)) {
			throw new AssertionError("this has changed");
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
echo "as described"
