#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# org.eclipse.emf.ecore 2.43.0 (Maven Central, Eclipse's modelling framework): a time that ends in Z is read as the machine's own.
#
# Guess:  an attribute of the type EDate takes "2025-11-28T16:00:00.123Z", as devices, IoT Hub and Instant.toString() write it: 16:00 UTC on every
#         machine. If Z were not known, it would be an error, as "yes" is for an EBoolean.
# Seen:   in Berlin it is 15:00 UTC, in New York 21:00, without an error: of EMF's patterns one wants an offset without a colon, as +0000, and what
#         follows the milliseconds is left unread by the next. "+00:00" and "+05:30" are left out the same way. With microseconds, .123456Z,
#         it is two minutes later as well: these are taken for 123456 milliseconds. A text with a space instead of the T, as databases write
#         it, loses its time of day. What EMF writes itself has "+0100" and is read rightly, and on a machine in UTC all of it looks right.
# Way out: the type dateTime of XMLTypePackage, which has an XMLGregorianCalendar; or Instant.parse, and Date.from.
#
# Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.eclipse.emf</groupId><artifactId>org.eclipse.emf.ecore</artifactId><version>2.43.0</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import javax.xml.datatype.XMLGregorianCalendar;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xml.type.XMLTypePackage;

public class Run {
	public static void main(String[] arguments) {
		TimeZone.setDefault(TimeZone.getTimeZone(arguments[0]));
		for (int i = 1; i < arguments.length; i += 2) {
			expect(arguments[i], read(arguments[i]), arguments[i + 1]);
		}
		String written = EcoreUtil.convertToString(EcorePackage.Literals.EDATE, Date.from(Instant.parse("2025-11-28T16:00:00.123Z")));
		expect(written + ", of EMF's own", read(written), "2025-11-28T16:00:00.123Z");
		Object xml = EcoreUtil.createFromString(XMLTypePackage.Literals.DATE_TIME, "2025-11-28T16:00:00.123Z");
		expect("as XML's dateTime", ((XMLGregorianCalendar) xml).toGregorianCalendar().toInstant().toString(), "2025-11-28T16:00:00.123Z");
	}

	private static String read(String text) {
		return ((Date) EcoreUtil.createFromString(EcorePackage.Literals.EDATE, text)).toInstant().toString();
	}

	private static void expect(String what, String seen, String expected) {
		System.out.println(TimeZone.getDefault().getID() + ": " + what + ": " + seen);
		if (!seen.equals(expected)) {
			throw new AssertionError("this has changed");
		}
	}
}
JAVA
run() {
  java -cp "$(cat classpath)" Run.java "$@"
}
run Europe/Berlin 2025-11-28T16:00:00.123Z 2025-11-28T15:00:00.123Z 2025-11-28T16:00:00Z 2025-11-28T15:00:00Z \
  2025-11-28T16:00:00.123+00:00 2025-11-28T15:00:00.123Z 2025-11-28T16:00:00.123456Z 2025-11-28T15:02:03.456Z \
  '2025-11-28 16:00:00' 2025-11-27T23:00:00Z
run America/New_York 2025-11-28T16:00:00.123Z 2025-11-28T21:00:00.123Z 2025-11-28T16:00:00.123+05:30 2025-11-28T21:00:00.123Z
run UTC 2025-11-28T16:00:00.123Z 2025-11-28T16:00:00.123Z
echo "as described"
