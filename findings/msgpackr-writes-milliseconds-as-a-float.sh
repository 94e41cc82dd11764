#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# msgpackr 2.1.3 (npm) read by msgpack-core 0.9.12 (Maven Central), the MessagePack of Node.js and of Java: a time in seconds is a long, a time in
# milliseconds is none.
#
# Guess:  a whole number goes out as an integer, of 64 bits where it has to be, as MessagePack has them: unpackLong reads Date.now() as it reads
#         seconds.
# Seen:   from 2^32 on msgpackr writes a float of 64 bits, with the same digits: unpackLong throws "Expected Integer, but got Float" for
#         milliseconds since 1970 and large counters, while seconds, small counters and the tests with them are integers. A counter that grows is read
#         for years until it is not. msgpack-lite 0.2.2 does the same, and cbor-x 1.6.9 in CBOR; @msgpack/msgpack 3.1.3, msgpack5 6.1.0 and
#         notepack.io 3.0.1 write integers.
# Way out: sender: BigInt(milliseconds), which is an integer on the wire; reader: unpackValue().asNumberValue().toLong().
#
# Needs Node.js 18 or newer, npm, a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts msgpackr@2.1.3 msgpack-lite@0.2.2 cbor-x@1.6.9 @msgpack/msgpack@3.1.3 msgpack5@6.1.0 notepack.io@3.0.1
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.msgpack</groupId><artifactId>msgpack-core</artifactId><version>0.9.12</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >run.js <<'JS'
const assert = require('node:assert');
const fs = require('node:fs');
const { pack } = require('msgpackr');
const milliseconds = 1700000000000;
const writers = {
  'msgpackr': pack,
  'msgpack-lite': require('msgpack-lite').encode,
  'cbor-x': require('cbor-x').encode,
  '@msgpack/msgpack': require('@msgpack/msgpack').encode,
  'msgpack5': value => require('msgpack5')().encode(value).slice(),
  'notepack.io': require('notepack.io').encode,
};
const floats = [];
for (const [name, write] of Object.entries(writers)) {
  const first = Buffer.from(write(milliseconds))[0];
  console.log(name, 'begins', milliseconds, 'with', first.toString(16));
  if (first === 0xcb || first === 0xfb) {
    floats.push(name);
  }
}
assert.deepStrictEqual(floats, ['msgpackr', 'msgpack-lite', 'cbor-x'], 'this has changed');
fs.writeFileSync('packed', Buffer.concat([pack(milliseconds / 1000), pack(milliseconds), pack(milliseconds), pack(BigInt(milliseconds))].map(b => Buffer.from(b))));
JS
node run.js
cat >Run.java <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageTypeException;
import org.msgpack.core.MessageUnpacker;

public class Run {
	public static void main(String[] arguments) throws Exception {
		MessageUnpacker packed = MessagePack.newDefaultUnpacker(Files.readAllBytes(Path.of("packed")));
		expect("seconds as long", "" + packed.unpackLong(), "1700000000");
		String said;
		try {
			said = "" + packed.unpackLong();
		} catch (MessageTypeException e) {
			said = e.getMessage();
		}
		expect("milliseconds as long", said, "Expected Integer, but got Float (cb)");
		MessageUnpacker again = MessagePack.newDefaultUnpacker(Files.readAllBytes(Path.of("packed")));
		again.skipValue(2);
		expect("milliseconds as a number", "" + again.unpackValue().asNumberValue().toLong(), "1700000000000");
		expect("milliseconds of a BigInt as long", "" + again.unpackLong(), "1700000000000");
	}

	private static void expect(String what, String seen, String expected) {
		System.out.println(what + ": " + seen);
		if (!seen.equals(expected)) {
			throw new AssertionError("this has changed");
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
echo "as described"
