#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# rhea 3.0.5 (npm, the AMQP library below Microsoft's SDKs for Node.js), read by proton-j 0.35.0 (Maven Central): the AMQP type of a number
# depends on its value, and so does the Java class that arrives.
#
# Guess:  a JavaScript number is a double, so an application property like "temperature" arrives as a Double each time; or whole numbers as
#         long.
# Seen:   21.5 is a double, 21 is a uint, 3000000000 a uint, 1700000000000 (a time in milliseconds) a ulong, -5 an int. In Java that is Double,
#         UnsignedInteger, UnsignedLong and Integer: a cast to Double or Long that works for one reading throws at the next, and
#         UnsignedInteger equals no Integer.
# Way out: sender: rhea.types.wrap_double(value); reader: take every Number and ask for doubleValue() or longValue().
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
cat >run.js <<'JS'
const rhea = require('rhea');
for (const value of [21.5, 21, 3000000000, 1700000000000, -5]) {
  console.log(rhea.message.encode({ application_properties: { value } }).toString('hex'));
}
console.log(rhea.message.encode({ application_properties: { value: rhea.types.wrap_double(21) } }).toString('hex'));
JS
node run.js >messages
cat >Run.java <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.qpid.proton.message.Message;

public class Run {
	public static void main(String[] arguments) throws Exception {
		List<String> types = new ArrayList<>();
		for (String line : Files.readAllLines(Path.of("messages"))) {
			byte[] bytes = HexFormat.of().parseHex(line);
			Message message = Message.Factory.create();
			message.decode(bytes, 0, bytes.length);
			Object value = message.getApplicationProperties().getValue().get("value");
			System.out.println(value + " is " + value.getClass().getSimpleName());
			types.add(value.getClass().getSimpleName());
		}
		if (!types.equals(List.of("Double", "UnsignedInteger", "UnsignedInteger", "UnsignedLong", "Integer", "Double"))) {
			throw new AssertionError("this has changed");
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
echo "as described"
