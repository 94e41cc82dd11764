#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# lwm2m-codec 0.1.1 (npm, LwM2M's formats for Node.js) beside leshan-lwm2m-core 2.0.0-M18 (Maven Central, Eclipse Leshan): a resource that has
# several instances, as a device's two voltages.
#
# Guess:  {7: {0: 3800, 1: 5000}}, the millivolts of two sources of power of the object Device (3), goes out as two integers, as {9: 85}
#         beside it goes out as one, and is read as such, in TLV and in JSON.
# Seen:   in TLV each instance is written as the text of its digits, "3800", whatever the object's definition says, and a server that knows it
#         reads those bytes as an integer: 859320368 mV. In JSON what is written is right, but reading keeps the first instance only: the
#         second source of power is gone. Neither is an error. What lwm2m-codec wrote in TLV it reads as the texts "3800" and "5000"; what Leshan
#         wrote, as texts of control characters. Resources of one instance are right in both.
# Way out: none in the package; JSON to send, and another library to read.
#
# Needs Node.js 18 or newer, npm, a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund lwm2m-codec@0.1.1
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.eclipse.leshan</groupId><artifactId>leshan-lwm2m-core</artifactId><version>2.0.0-M18</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >run.js <<'JS'
const assert = require('node:assert');
const fs = require('node:fs');
const codec = require('lwm2m-codec');

const device = { 7: { 0: 3800, 1: 5000 }, 9: 85 };
const tlv = codec.encode('tlv', '/3/0', device);
fs.writeFileSync('tlv', tlv.toString('hex'));
const json = codec.encode('json', '/3/0', device);
const read = codec.decode('json', '/3/0', json);
console.log('TLV:', tlv.toString('latin1').match(/[ -~]{4,}/g), '- JSON:', String(json), 'is read as', read);
assert(tlv.includes('3800') && tlv.includes('5000'), 'this has changed');
assert.deepStrictEqual(JSON.parse(String(json)).e.map(({ n, v }) => [n, v]), [['7/0', 3800], ['7/1', 5000], ['9', 85]], 'this has changed');
assert.deepStrictEqual(read, { pwrSrcVoltage: { 0: 3800 }, battLevel: 85 }, 'this has changed');
JS
node run.js
cat >Run.java <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.eclipse.leshan.core.model.ObjectLoader;
import org.eclipse.leshan.core.model.StaticModel;
import org.eclipse.leshan.core.node.LwM2mMultipleResource;
import org.eclipse.leshan.core.node.LwM2mObjectInstance;
import org.eclipse.leshan.core.node.LwM2mPath;
import org.eclipse.leshan.core.node.LwM2mSingleResource;
import org.eclipse.leshan.core.node.codec.DefaultLwM2mDecoder;
import org.eclipse.leshan.core.node.codec.DefaultLwM2mEncoder;
import org.eclipse.leshan.core.request.ContentFormat;

public class Run {
	public static void main(String[] arguments) throws Exception {
		StaticModel model = new StaticModel(ObjectLoader.loadDefault());
		LwM2mPath path = new LwM2mPath("/3/0");
		byte[] theirs = HexFormat.of().parseHex(Files.readString(Path.of("tlv")));
		LwM2mObjectInstance read = new DefaultLwM2mDecoder().decode(theirs, ContentFormat.TLV, null, path, model, LwM2mObjectInstance.class);
		Object first = read.getResource(7).getValue(0);
		Object second = read.getResource(7).getValue(1);
		Object level = read.getResource(9).getValue();
		System.out.println("Leshan reads the TLV as " + first + " mV, " + second + " mV and a level of " + level);
		if (!first.equals(859320368L) || !second.equals(892350512L) || !level.equals(85L)) {
			throw new AssertionError("this has changed");
		}
		LwM2mObjectInstance own = new LwM2mObjectInstance(0, LwM2mMultipleResource.newIntegerResource(7, Map.of(0, 3800L, 1, 5000L)),
				LwM2mSingleResource.newIntegerResource(9, 85));
		Files.writeString(Path.of("own"), HexFormat.of().formatHex(new DefaultLwM2mEncoder().encode(own, ContentFormat.TLV, null, path, model)));
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
cat >back.js <<'JS'
const assert = require('node:assert');
const codec = require('lwm2m-codec');
const { pwrSrcVoltage, battLevel } = codec.decode('tlv', '/3/0', Buffer.from(require('node:fs').readFileSync('own', 'latin1'), 'hex'));
console.log("what Leshan wrote is read as", JSON.stringify(pwrSrcVoltage), 'and a level of', battLevel);
assert.strictEqual(battLevel, 85);
assert.strictEqual(typeof pwrSrcVoltage[0], 'string', 'this has changed');
assert.notStrictEqual(Number(pwrSrcVoltage[0]), 3800, 'this has changed');
JS
node back.js
echo "as described"
