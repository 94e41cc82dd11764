#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# jmbus 3.3.0 (Maven Central, M-Bus for Java, as of meters of heat and water): a time that the meter says is in summer is 59 minutes
# off, and no date is equal to itself.
#
# Guess:  a time of the type F (EN 13757-3), 28 June 2027, 16:00, with its bit for summer time, is 16:00 of Berlin's summer, 14:00 UTC, with that bit
#         or without; and the same bytes read twice are two equal Dates.
# Seen:   without the bit it is 14:00 UTC; with it, as a meter sends it that knows of summer time, 14:59, late all summer, and on a machine in UTC
#         15:59: the bit is taken for a shift of one minute in place of the zone's hour. In winter it is right. And each date, of the type G
#         too, has the milliseconds of the moment it was read: two readings of one due date differ, so that a table by date gets a row each
#         time. FFFFh, which meters send that have no date yet, is 31 March 2128.
# Way out: take the seconds of what has no such bit; the bytes of the others come to a VerboseMessageListener of the connection.
#
# Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.openmuc</groupId><artifactId>jmbus</artifactId><version>3.3.0</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HexFormat;
import java.util.TimeZone;
import org.openmuc.jmbus.MBusMessage;
import org.openmuc.jmbus.VariableDataStructure;

public class Run {
	/** An answer of a meter: the control field, the address, the kind of answer, and twelve bytes of a header without encryption. */
	private static final String HEAD = "080172" + "78563412" + "2423" + "01" + "04" + "00" + "00" + "0000";

	public static void main(String[] arguments) throws Exception {
		TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
		expect("28 June 2027, 16:00", second("046D00107C36"), "2027-06-28T14:00:00Z");
		expect("the same, in summer time", second("046D00907C36"), "2027-06-28T14:59:00Z");
		expect("28 November 2027, 16:00", second("046D00107C3B"), "2027-11-28T15:00:00Z");
		expect("no date", second("026CFFFF"), "2128-03-30T22:00:00Z");
		Date due = date("026C7C3B");
		Thread.sleep(50);
		expect("a due date read twice is equal", "" + due.equals(date("026C7C3B")), "false");
		TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
		expect("in summer time, on a machine in UTC", second("046D00907C36"), "2027-06-28T15:59:00Z");
	}

	private static String second(String dataRecord) throws Exception {
		return date(dataRecord).toInstant().truncatedTo(ChronoUnit.SECONDS).toString();
	}

	private static Date date(String dataRecord) throws Exception {
		byte[] data = HexFormat.of().parseHex(HEAD + dataRecord);
		byte[] frame = new byte[data.length + 6];
		frame[0] = frame[3] = 0x68;
		frame[1] = frame[2] = (byte) data.length;
		byte sum = 0;
		for (int i = 0; i < data.length; i++) {
			frame[i + 4] = data[i];
			sum += data[i];
		}
		frame[data.length + 4] = sum;
		frame[data.length + 5] = 0x16;
		VariableDataStructure answer = MBusMessage.decode(frame, frame.length).getVariableDataResponse();
		answer.decode();
		return (Date) answer.getDataRecords().get(0).getDataValue();
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
