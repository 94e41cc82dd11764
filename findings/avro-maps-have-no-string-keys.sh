#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# avro 1.12.2 (Maven Central, Apache Avro for Java) reading a file as IoT Hub's routes write to storage: every get of a property is null.
#
# Guess:  the record's SystemProperties is a java.util.Map with the keys it prints, so that get("connectionDeviceId") is the device's id.
# Seen:   the map prints {connectionDeviceId=device-1, …}, and get("connectionDeviceId") is null, containsKey is false, and getOrDefault
#         gives the default, for every key, without an error: keys are Utf8, a class of Avro's, whose equals knows no String. Texts are
#         Utf8 too, so that "device-1".equals(value) is false, and a filter by device finds nothing. record.get("SystemProperties") does work with a
#         String, as fields are not keys. What a reader can say about it, findStringClass of GenericDatumReader, is not asked any more; the
#         schema could, by avro.java.string, which is not in the hub's.
# Way out: copy the map, with toString() of each key and each text; or get(new Utf8(key)).toString().
#
# Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.apache.avro</groupId><artifactId>avro</artifactId><version>1.12.2</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.file.SeekableByteArrayInput;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.util.Utf8;

public class Run {
	private static final String KEY = "connectionDeviceId";

	public static void main(String[] arguments) throws Exception {
		// the parts that matter here of what IoT Hub writes to storage
		Schema schema = new Schema.Parser().parse("{'type':'record','name':'Message','fields':[{'name':'EnqueuedTimeUtc','type':'string'},"
				.concat("{'name':'SystemProperties','type':{'type':'map','values':'string'}},{'name':'Body','type':['null','bytes']}]}").replace('\'', '"'));
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try (DataFileWriter<GenericRecord> writer = new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
			writer.create(schema, file);
			writer.append(new GenericRecordBuilder(schema).set("EnqueuedTimeUtc", "2025-11-28T16:00:00.1230000Z")
					.set("SystemProperties", Map.of(KEY, "device-1")).set("Body", ByteBuffer.wrap(new byte[] { '4', '2' })).build());
		}
		Map<?, ?> plain = read(file.toByteArray(), new GenericDatumReader<>());
		Map<?, ?> strings = read(file.toByteArray(), new GenericDatumReader<>() {
			@Override
			protected Class<?> findStringClass(Schema of) {
				return String.class;
			}
		});
		System.out.println("as it is: " + plain + ", a " + plain.getClass().getName() + ", get: " + plain.get(KEY)
				+ ", containsKey: " + plain.containsKey(KEY));
		Object value = plain.get(new Utf8(KEY));
		System.out.println("with the key as Utf8: " + value + ", which equals the text: " + "device-1".equals(value));
		System.out.println("with findStringClass: " + strings + ", get: " + strings.get(KEY));
		if (plain.get(KEY) != null || plain.containsKey(KEY) || !plain.toString().equals("{connectionDeviceId=device-1}")
				|| "device-1".equals(value) || !"device-1".equals(value.toString()) || strings.get(KEY) != null) {
			throw new AssertionError("this has changed");
		}
	}

	private static Map<?, ?> read(byte[] file, GenericDatumReader<GenericRecord> reader) throws Exception {
		try (DataFileReader<GenericRecord> records = new DataFileReader<>(new SeekableByteArrayInput(file), reader)) {
			return (Map<?, ?>) records.next().get("SystemProperties");
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
echo "as described"
