#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# proton-j 0.35.0 (Maven Central, Apache Qpid's AMQP engine): of a body in several data sections one is read, and nothing says so.
#
# Guess:  AMQP 1.0 lets a body be "one or more data sections" (part 3, 3.2), as senders that stream or gather write it; Message.decode joins
#         them, or gives a list, or fails.
# Seen:   the body is the first section. The second is read and thrown away where a footer was looked for; from the third on not even that:
#         decode returns a smaller number than it was given. Of two sections it returns all bytes, so that the number does not tell either.
# Way out: read the sections one by one with DecoderImpl.readObject until no bytes are left, and join those that are Data.
#
# Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.apache.qpid</groupId><artifactId>proton-j</artifactId><version>0.35.0</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.message.Message;

public class Run {
	public static void main(String[] arguments) {
		for (List<String> parts : List.of(List.of("one,", "two"), List.of("one,", "two,", "three"))) {
			byte[] bytes = new byte[100];
			int length = 0;
			for (String part : parts) {
				Message section = Message.Factory.create();
				section.setBody(new Data(new Binary(part.getBytes(StandardCharsets.US_ASCII))));
				length += section.encode(bytes, length, bytes.length - length);
			}
			Message read = Message.Factory.create();
			int used = read.decode(bytes, 0, length);
			String body = new String(((Data) read.getBody()).getValue().getArray(), StandardCharsets.US_ASCII);
			System.out.println(parts.size() + " sections: body \"" + body + "\", " + used + " of " + length + " bytes read");
			if (!body.equals("one,") || used == length != (parts.size() == 2)) {
				throw new AssertionError("this has changed");
			}
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
echo "as described"
