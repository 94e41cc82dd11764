#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# proton-j 0.34.1 (Maven Central) and rhea 3.0.5 (npm, the AMQP library below Microsoft's SDKs for Node.js): an answer has another correlation id than
# the request's id.
#
# Guess:  a responder that does what AMQP says, correlation_id: request.message_id, gives the requester its own id back, whichever of the four types
#         it has (AMQP 1.0, part 3, 3.2.4: ulong, uuid, binary, string); a uuid can be read, and logged, as one.
# Seen:   a uuid and a binary are both a Buffer, and a Buffer is sent as a uuid where an id is meant, as binary elsewhere. So an id of 16 bytes of a
#         binary comes back as a uuid, which equals no Binary: the requester's map of open requests has no such key, and the answer is lost. A uuid as
#         an id comes back right; as an application property, or in a body, it comes back as 16 bytes of binary. String(id) is letters of no sense.
#         Ids that are strings or ulongs are right.
# Way out: strings for ids; rhea.types.wrap_binary or wrap_uuid around what is sent on, where the type is known.
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
<dependency><groupId>org.apache.qpid</groupId><artifactId>proton-j</artifactId><version>0.34.1</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >answer.js <<'JS'
const { message } = require('rhea');
// a responder: the id and what came with the request go back
const request = message.decode(Buffer.from(process.argv[2], 'hex'));
console.log(message.encode({
  correlation_id: request.message_id,
  application_properties: request.application_properties,
  body: request.body,
}).toString('hex'));
JS
cat >Run.java <<'JAVA'
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.UnsignedLong;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.message.Message;

public class Run {
	private static final UUID ID = UUID.fromString("12345678-1234-4234-8234-123456789abc");

	public static void main(String[] arguments) throws Exception {
		check("request-1", true, "String");
		check(UnsignedLong.valueOf(5), true, "UnsignedLong");
		check(ID, true, "UUID");
		check(new Binary("request-0000001.".getBytes(StandardCharsets.US_ASCII)), false, "UUID");
	}

	private static void check(Object id, boolean comesBack, String type) throws Exception {
		Message request = Message.Factory.create();
		request.setMessageId(id);
		request.setApplicationProperties(new ApplicationProperties(Map.of("device", ID)));
		request.setBody(new AmqpValue(ID));
		byte[] bytes = new byte[1000];
		int length = request.encode(bytes, 0, bytes.length);
		Process responder = new ProcessBuilder("node", "answer.js", HexFormat.of().formatHex(bytes, 0, length))
				.redirectError(ProcessBuilder.Redirect.INHERIT).start();
		byte[] answered = HexFormat.of().parseHex(new String(responder.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip());
		Message answer = Message.Factory.create();
		answer.decode(answered, 0, answered.length);
		Object back = answer.getCorrelationId();
		Object property = answer.getApplicationProperties().getValue().get("device");
		Object body = ((AmqpValue) answer.getBody()).getValue();
		System.out.println(id.getClass().getSimpleName() + " " + id + ": back as " + back.getClass().getSimpleName() + " " + back + ", equal: "
				+ id.equals(back) + "; a UUID as a property is a " + property.getClass().getSimpleName() + ", in the body a "
				+ body.getClass().getSimpleName());
		if (id.equals(back) != comesBack || !back.getClass().getSimpleName().equals(type) || !(property instanceof Binary)
				|| !(body instanceof Binary)) {
			throw new AssertionError("this has changed");
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
echo "as described"
