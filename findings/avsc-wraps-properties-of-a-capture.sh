#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# avsc 5.7.9 (npm, Avro for JavaScript) reading what avro 1.12.2 (Maven Central) wrote with the schema of Event Hubs Capture: properties are no
# values, but objects with one member.
#
# Guess:  SystemProperties["iothub-connection-device-id"] is the device's id, a text, and Properties.temperature a number: Body, a union too (of
#         null and bytes), is null or a Buffer as one would like it.
# Seen:   the values of both maps are {string: "device-1"} and {double: 21.5}, beside null, which is null. The two maps allow long and double,
#         which JavaScript has one type for, and avsc then names the type; Body's union is clear, so that it has none, in the same record. A comparison
#         with the id is false, and a key of a Map or of a group "[object Object]", without an error. wrapUnions: false, its option, throws at
#         this schema, and wrapUnions: true wraps Body as well.
# Way out: value => value === null ? null : Object.values(value)[0], for the values of both maps.
#
# Needs Node.js 18 or newer, npm, a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund avsc@5.7.9
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.apache.avro</groupId><artifactId>avro</artifactId><version>1.12.2</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
# the fields and types are those that Microsoft documents for Event Hubs Capture
cat >capture.avsc <<'JSON'
{"type": "record", "name": "EventData", "namespace": "Microsoft.ServiceBus.Messaging", "fields": [
  {"name": "SequenceNumber", "type": "long"}, {"name": "Offset", "type": "string"}, {"name": "EnqueuedTimeUtc", "type": "string"},
  {"name": "SystemProperties", "type": {"type": "map", "values": ["long", "double", "string", "bytes"]}},
  {"name": "Properties", "type": {"type": "map", "values": ["long", "double", "string", "bytes", "null"]}},
  {"name": "Body", "type": ["null", "bytes"]}
]}
JSON
cat >Run.java <<'JAVA'
import java.io.File;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;

public class Run {
	public static void main(String[] arguments) throws Exception {
		Schema schema = new Schema.Parser().parse(new File("capture.avsc"));
		Map<String, Object> properties = new HashMap<>(Map.of("temperature", 21.5, "count", 3L));
		properties.put("site", null);
		try (DataFileWriter<GenericRecord> file = new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
			file.create(schema, new File("capture.avro"));
			file.append(new GenericRecordBuilder(schema).set("SequenceNumber", 7L).set("Offset", "4096").set("EnqueuedTimeUtc", "11/28/2025 4:00:00 PM")
					.set("SystemProperties", Map.of("iothub-connection-device-id", "device-1")).set("Properties", properties)
					.set("Body", ByteBuffer.wrap(new byte[] { '4', '2' })).build());
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
cat >run.js <<'JS'
const assert = require('node:assert');
const avsc = require('avsc');

let read = 0;
avsc.createFileDecoder('capture.avro').on('data', ({ SystemProperties, Properties, Body }) => {
  read++;
  const device = SystemProperties['iothub-connection-device-id'];
  console.log('device', device, 'temperature', Properties.temperature, 'count', Properties.count, 'site', Properties.site, 'body', Body);
  console.log(`as a key: ${device}, equal to device-1: ${device === 'device-1'}`);
  assert.deepStrictEqual({ ...device }, { string: 'device-1' }, 'this has changed');
  assert.deepStrictEqual({ ...Properties.temperature }, { double: 21.5 }, 'this has changed');
  assert.deepStrictEqual({ ...Properties.count }, { long: 3 }, 'this has changed');
  assert.strictEqual(Properties.site, null, 'this has changed');
  assert.strictEqual(`${device}`, '[object Object]', 'this has changed');
  assert(Buffer.isBuffer(Body), 'this has changed');
}).on('end', () => {
  assert.strictEqual(read, 1);
  const schema = JSON.parse(require('node:fs').readFileSync('capture.avsc', 'utf8'));
  assert.throws(() => avsc.Type.forSchema(schema, { wrapUnions: false }), /ambiguous/, 'this has changed');
});
JS
node run.js
echo "as described"
