#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# iot-service-client 2.1.9 (Maven Central, Microsoft's service SDK for Java): a new Device brings its own keys, of 16 bytes.
#
# Guess:  new Device("d") has no keys; a hub makes them, as it does for every identity that is created without, with 32 bytes each.
# Seen:   the constructor makes two random keys of 16 bytes, the shortest that IoT Hub takes, and sends them with the create. Devices
#         registered so have keys of half the length without anybody having asked for it.
# Way out: set keys of your own.
#
# Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>com.microsoft.azure.sdk.iot</groupId><artifactId>iot-service-client</artifactId><version>2.1.9</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import com.microsoft.azure.sdk.iot.service.registry.Device;
import java.util.Base64;

public class Run {
	public static void main(String[] arguments) throws Exception {
		Device device = new Device("d");
		int primary = Base64.getDecoder().decode(device.getPrimaryKey()).length;
		int secondary = Base64.getDecoder().decode(device.getSecondaryKey()).length;
		System.out.println("keys of " + primary + " and " + secondary + " bytes");
		if (primary != 16 || secondary != 16) {
			throw new AssertionError("this has changed");
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
echo "as described"
