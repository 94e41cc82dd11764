#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# cloudevents-json-jackson 4.0.1 (Maven Central, the CloudEvents SDK for Java) read by cloudevents 10.0.0 (npm, the one for JavaScript): the text
# "21.50" is five words of 32 bits.
#
# Guess:  withData("text/plain", …) in the structured mode is "data": "21.50", and a String in JavaScript, as it is in the binary mode; and what is no
#         text, as CBOR, is a Buffer or a Uint8Array.
# Seen:   Java's writes whatever is not JSON as data_base64, texts too, which the specification allows, and JavaScript's makes a Uint32Array of that: one
#         byte in each word. Its numbers look right when printed, and so does Buffer.from(data); but a file that it is written to and a view of
#         its buffer have 20 bytes, with three zeros after each, a decoder of CBOR or a hash sees another message, and String(data) is
#         "50,49,46,53,48". JSON in data_base64 is not parsed. The same event in the binary mode is a String.
# Way out: Buffer.from(event.data), which copies byte by byte, not Buffer.from(event.data.buffer); .toString() of that for a text.
#
# Needs Node.js 18 or newer, npm, a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund cloudevents@10.0.0
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>io.cloudevents</groupId><artifactId>cloudevents-json-jackson</artifactId><version>4.0.1</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.nio.charset.StandardCharsets;

public class Run {
	public static void main(String[] arguments) {
		CloudEvent event = CloudEventBuilder.v1().withId("1").withSource(URI.create("/devices/pump")).withType("reading")
				.withData("text/plain", "21.50".getBytes(StandardCharsets.UTF_8)).build();
		System.out.println(new String(new JsonFormat().serialize(event), StandardCharsets.UTF_8));
	}
}
JAVA
java -cp "$(cat classpath)" Run.java >event.json
cat event.json
cat >run.js <<'JS'
const assert = require('node:assert');
const fs = require('node:fs');
const { HTTP } = require('cloudevents');
const structured = body => HTTP.toEvent({ headers: { 'content-type': 'application/cloudevents+json' }, body });
const body = fs.readFileSync('event.json', 'utf8');
assert.strictEqual(JSON.parse(body).data_base64, 'MjEuNTA=', 'this has changed');
const { data } = structured(body);
fs.writeFileSync('data', data);
console.log('structured:', data, '- a file of it:', fs.statSync('data').size, 'bytes - as text:', String(data));
assert.ok(data instanceof Uint32Array, 'this has changed');
assert.strictEqual(fs.statSync('data').size, 20, 'this has changed');
assert.strictEqual(Buffer.from(data).toString(), '21.50');
const json = { specversion: '1.0', id: '1', source: '/', type: 'reading', datacontenttype: 'application/json', data_base64: 'eyJ0IjoyMX0=' };
console.log('JSON in base64:', structured(JSON.stringify(json)).data);
assert.ok(structured(JSON.stringify(json)).data instanceof Uint32Array, 'this has changed');
const headers = { 'ce-specversion': '1.0', 'ce-id': '1', 'ce-source': '/devices/pump', 'ce-type': 'reading', 'content-type': 'text/plain' };
console.log('binary:', HTTP.toEvent({ headers, body: '21.50' }).data);
assert.strictEqual(HTTP.toEvent({ headers, body: '21.50' }).data, '21.50');
JS
node run.js
echo "as described"
