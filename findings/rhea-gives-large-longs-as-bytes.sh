#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# proton-j 0.35.0 (Maven Central) read by rhea 3.0.5 (npm, the AMQP library below Microsoft's SDKs for Node.js): a long beyond 2^53 is no number.
#
# Guess:  an AMQP long arrives as a BigInt, or as a number that is rounded where it is too large, as JSON's are.
# Seen:   up to 2^53 it is a number; beyond, a Buffer of its eight bytes, without an error or a warning. Milliseconds since 1970 arrive as a
#         number, nanoseconds as a Buffer: sums and comparisons with it give NaN and false.
# Way out: reader: Buffer.isBuffer(value) ? value.readBigInt64BE() : value; sender: milliseconds, or text.
#
# Needs Node.js 18 or newer, npm, a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund rhea@3.0.5
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.apache.qpid</groupId><artifactId>proton-j</artifactId><version>0.35.0</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.message.Message;

public class Run {
	public static void main(String[] arguments) {
		Message message = Message.Factory.create();
		message.setApplicationProperties(new ApplicationProperties(Map.of("millis", 1764345600123L, "nanos", 1764345600123456789L)));
		byte[] bytes = new byte[1000];
		System.out.println(HexFormat.of().formatHex(Arrays.copyOf(bytes, message.encode(bytes, 0, bytes.length))));
	}
}
JAVA
java -cp "$(cat classpath)" Run.java >message
cat >run.js <<'JS'
const assert = require('node:assert');
const { millis, nanos } = require('rhea').message.decode(Buffer.from(require('node:fs').readFileSync('message', 'utf8').trim(), 'hex')).application_properties;
console.log('milliseconds', millis, 'nanoseconds', nanos);
assert.strictEqual(millis, 1764345600123, 'this has changed');
assert(Buffer.isBuffer(nanos), 'this has changed');
assert.strictEqual(nanos.readBigInt64BE(), 1764345600123456789n, 'this has changed');
JS
node run.js
echo "as described"
