#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# azure-core 1.57.1 (Maven Central, the CloudEvent of Microsoft's SDKs for Java) reading what cloudevents 10.0.0 (npm) and
# cloudevents-json-jackson 4.0.1 (Maven Central) wrote: one text, with quotes around it, or without.
#
# Guess:  an event of text/plain with the text 21.50 is read as 21.50 by getData().toString(), whoever wrote it: "data": "21.50" and "data_base64":
#         "MjEuNTA=" are two spellings of one value (CloudEvents 1.0, JSON format, 3.1).
# Seen:   of JavaScript's, which has data, it is "21.50" with the quotes of JSON, seven characters, and of Java's, which has data_base64, 21.50
#         without. toObject(String.class) takes the quotes off the first, and of the second, which it takes for JSON, makes 21.50 too, but
#         throws where the text is "on": a handler that was tried with one sender fails with the other. The content type
#         changes none of it.
# Way out: look at the event's own JSON for data_base64; or let senders use JSON for all they send.
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
<dependency><groupId>com.azure</groupId><artifactId>azure-core</artifactId><version>1.57.1</version></dependency>
<dependency><groupId>io.cloudevents</groupId><artifactId>cloudevents-json-jackson</artifactId><version>4.0.1</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.36</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >run.js <<'JS'
const { CloudEvent, HTTP } = require('cloudevents');
const event = data => new CloudEvent({ id: '1', source: '/devices/pump', type: 'reading', datacontenttype: 'text/plain', data });
console.log(['21.50', 'on'].map(data => HTTP.structured(event(data)).body).join('\n'));
JS
node run.js >events
cat >Run.java <<'JAVA'
import com.azure.core.models.CloudEvent;
import com.azure.core.util.BinaryData;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

public class Run {
	public static void main(String[] arguments) throws Exception {
		List<String> javaScript = Files.readAllLines(Path.of("events"));
		expect("JavaScript's 21.50", read(javaScript.get(0)), "\"21.50\" or, as a String, 21.50");
		expect("Java's 21.50", read(written("21.50")), "21.50 or, as a String, 21.50");
		expect("JavaScript's on", read(javaScript.get(1)), "\"on\" or, as a String, on");
		expect("Java's on", read(written("on")), "on or, as a String, refused");
	}

	private static String written(String text) {
		return new String(new JsonFormat().serialize(CloudEventBuilder.v1().withId("1").withSource(URI.create("/devices/pump")).withType("reading")
				.withData("text/plain", text.getBytes(StandardCharsets.UTF_8)).build()), StandardCharsets.UTF_8);
	}

	private static String read(String json) {
		BinaryData data = CloudEvent.fromString(json).get(0).getData();
		String object;
		try {
			object = data.toObject(String.class);
		} catch (RuntimeException e) {
			object = "refused";
		}
		return data + " or, as a String, " + object;
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
