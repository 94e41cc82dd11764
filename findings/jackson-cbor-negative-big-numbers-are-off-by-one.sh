#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# jackson-dataformat-cbor 2.23.0 beside 3.3.0 (Maven Central, Jackson's CBOR for Java) and cbor 10.0.12 (npm): a BigInteger of -200 is -201 to others,
# and the -200n of JavaScript is 57.
#
# Guess:  CBOR's tags 2 and 3 are integers of any size in all libraries (RFC 8949, 3.4.3; tag 3 is -1 - n): what Java writes of a BigInteger,
#         JavaScript reads as the same BigInt, and the other way; two versions of one library agree in any case.
# Seen:   Jackson 2 writes -200 as tag 3 with 200 in place of 199, and every reader that keeps to the RFC, Jackson 3 too, has -201. Read, -1 - n is
#         not made either: -n is, and a first bit of n is taken for a sign, so that JavaScript's -200n, n = C7h in one byte, is 57. No error anywhere,
#         and what Jackson 2 wrote it reads as it was, so that a test of one program shows nothing. Positive ones are right (in 2.18.3 200n was read
#         as -56). JavaScript's cbor makes such a tag of each BigInt, however small; a long or an int of Java is not touched by it.
# Way out: jackson-dataformat-cbor 3; or longs, or texts, where a number may be negative.
#
# Needs Node.js 20 or newer, npm, a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund cbor@10.0.12
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>com.fasterxml.jackson.dataformat</groupId><artifactId>jackson-dataformat-cbor</artifactId><version>2.23.0</version></dependency>
<dependency><groupId>tools.jackson.dataformat</groupId><artifactId>jackson-dataformat-cbor</artifactId><version>3.3.0</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import java.math.BigInteger;
import java.util.HexFormat;

public class Run {
	private static final com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper TWO = new com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper();
	private static final tools.jackson.dataformat.cbor.CBORMapper THREE = new tools.jackson.dataformat.cbor.CBORMapper();

	/** The first argument is what JavaScript wrote of -200n, the second of 200n; the last line is for JavaScript to read. */
	public static void main(String[] arguments) throws Exception {
		byte[] minus = HexFormat.of().parseHex(arguments[0]);
		expect("-200n read by Jackson 2", TWO.readValue(minus, BigInteger.class), BigInteger.valueOf(57));
		expect("-200n read by Jackson 3", THREE.readValue(minus, BigInteger.class), BigInteger.valueOf(-200));
		expect("200n read by Jackson 2", TWO.readValue(HexFormat.of().parseHex(arguments[1]), BigInteger.class), BigInteger.valueOf(200));
		byte[] written = TWO.writeValueAsBytes(BigInteger.valueOf(-200));
		expect("-200 of Jackson 2 read by itself", TWO.readValue(written, BigInteger.class), BigInteger.valueOf(-200));
		expect("-200 of Jackson 2 read by Jackson 3", THREE.readValue(written, BigInteger.class), BigInteger.valueOf(-201));
		System.out.println(HexFormat.of().formatHex(written));
	}

	private static void expect(String what, Object seen, Object expected) {
		System.out.println(what + ": " + seen);
		if (!seen.equals(expected)) {
			throw new AssertionError("this has changed");
		}
	}
}
JAVA
minus=$(node -p "require('cbor').encode(-200n).toString('hex')")
plus=$(node -p "require('cbor').encode(200n).toString('hex')")
java -cp "$(cat classpath)" Run.java "$minus" "$plus" | tee java.txt
read=$(node -p "String(require('cbor').decodeFirstSync(Buffer.from('$(tail -1 java.txt)', 'hex')))")
echo "-200 of Jackson 2 read by JavaScript: $read"
[ "$read" = -201 ] || { echo "this has changed"; exit 1; }
echo "as described"
