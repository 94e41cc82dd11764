#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# iot-service-client 2.1.9 and iot-device-client 2.5.0 (Maven Central, Microsoft's SDKs for Java): a Date in a twin is written for people to read, and
# without its zone.
#
# Guess:  put("installed", new Date(…)) goes out as IoT Hub writes its own times ("2025-11-28T16:00:00.123Z"), or as milliseconds, or is refused,
#         as an Instant is, with an error.
# Seen:   it is "Nov 28, 2025, 4:00:00 PM", in English also on a German machine, but in the time of the machine's zone: in Paris "5:00:00 PM". No
#         zone is written, and no milliseconds: the moment cannot be got back, two machines write the same moment differently, and a query over
#         the twins compares such texts letter by letter. Tags, desired and reported properties are alike.
# Way out: date.toInstant().toString().
#
# Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>com.microsoft.azure.sdk.iot</groupId><artifactId>iot-service-client</artifactId><version>2.1.9</version></dependency>
<dependency><groupId>com.microsoft.azure.sdk.iot</groupId><artifactId>iot-device-client</artifactId><version>2.5.0</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.36</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import com.google.gson.JsonParseException;
import com.microsoft.azure.sdk.iot.service.twin.TwinCollection;
import java.time.Instant;
import java.util.Date;

public class Run {
	public static void main(String[] arguments) {
		Date date = new Date(1764345600123L);
		TwinCollection tags = new TwinCollection();
		tags.put("installed", date);
		String text = tags.toJsonObject().get("installed").getAsString();
		com.microsoft.azure.sdk.iot.device.twin.TwinCollection reported = new com.microsoft.azure.sdk.iot.device.twin.TwinCollection();
		reported.put("installed", date);
		String device = reported.toJsonElement().getAsJsonObject().get("installed").getAsString();
		System.out.println(arguments[0] + ": " + text + ", by a device: " + device);
		// the space before PM is another one since Java 20
		String plain = text.replaceAll("\\h", " ");
		if (!plain.equals(arguments[1]) || !text.equals(device)) {
			throw new AssertionError("this has changed");
		}
		tags.put("installed", Instant.now());
		try {
			throw new AssertionError("this has changed: " + tags.toJsonObject());
		} catch (JsonParseException e) {
			System.out.println("an Instant: " + e.getMessage());
		}
	}
}
JAVA
classpath=$(cat classpath)
java -Duser.language=en -Duser.country=US -Duser.timezone=UTC -cp "$classpath" Run.java "English, UTC" "Nov 28, 2025, 4:00:00 PM"
java -Duser.language=de -Duser.country=DE -Duser.timezone=UTC -cp "$classpath" Run.java "German, UTC" "Nov 28, 2025, 4:00:00 PM"
java -Duser.language=en -Duser.country=US -Duser.timezone=Europe/Paris -cp "$classpath" Run.java "English, Paris" "Nov 28, 2025, 5:00:00 PM"
echo "as described"
