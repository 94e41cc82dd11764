#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# tsfile 2.4.0 (Maven Central, Apache TsFile, the files of IoTDB): two of the encodings for numbers keep two decimals.
#
# Guess:  an encoding is how a column is made small without a loss: RLE, TS_2DIFF, GORILLA, CHIMP and PLAIN give back what was written, as they do in
#         Parquet and of TsFile's own whole numbers; whatever loses would have to be asked for, or be refused for a DOUBLE.
# Seen:   with RLE and TS_2DIFF, the one that INT64 has by default, a DOUBLE or FLOAT of 48.137154 is read as 48.14, 0.0049 as 0.0, and
#         12345678.125 as 12345678.13, without an error or a line in a log: a place is half a kilometre off, small readings are gone. 21.5 is right,
#         so that a test with temperatures shows nothing. PLAIN, CHIMP and GORILLA, the default, are exact.
# Way out: GORILLA; or the property max_point_number of the MeasurementSchema, which has to be a text: Map.of("max_point_number", "6").
#
# Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.apache.tsfile</groupId><artifactId>tsfile</artifactId><version>2.4.0</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import java.io.File;
import java.util.List;
import java.util.Map;
import org.apache.tsfile.enums.TSDataType;
import org.apache.tsfile.file.metadata.enums.CompressionType;
import org.apache.tsfile.file.metadata.enums.TSEncoding;
import org.apache.tsfile.read.TsFileReader;
import org.apache.tsfile.read.TsFileSequenceReader;
import org.apache.tsfile.read.common.Path;
import org.apache.tsfile.read.expression.QueryExpression;
import org.apache.tsfile.read.query.dataset.QueryDataSet;
import org.apache.tsfile.write.TsFileWriter;
import org.apache.tsfile.write.record.TSRecord;
import org.apache.tsfile.write.record.datapoint.DoubleDataPoint;
import org.apache.tsfile.write.record.datapoint.FloatDataPoint;
import org.apache.tsfile.write.schema.MeasurementSchema;

public class Run {
	private static final double[] READINGS = {48.137154, 21.5, 0.0049, 12345678.125};

	public static void main(String[] arguments) throws Exception {
		for (TSEncoding exact : List.of(TSEncoding.PLAIN, TSEncoding.GORILLA, TSEncoding.CHIMP)) {
			expect(new MeasurementSchema("m", TSDataType.DOUBLE, exact), "48.137154 21.5 0.0049 1.2345678125E7");
		}
		for (TSEncoding rounded : List.of(TSEncoding.RLE, TSEncoding.TS_2DIFF)) {
			expect(new MeasurementSchema("m", TSDataType.DOUBLE, rounded), "48.14 21.5 0.0 1.234567813E7");
			expect(new MeasurementSchema("m", TSDataType.FLOAT, rounded), "48.14 21.5 0.0 1.2345678E7");
		}
		expect(new MeasurementSchema("m", TSDataType.DOUBLE), "48.137154 21.5 0.0049 1.2345678125E7");
		expect(new MeasurementSchema("m", TSDataType.DOUBLE, TSEncoding.TS_2DIFF, CompressionType.LZ4, Map.of("max_point_number", "6")),
				"48.137154 21.5 0.0049 1.2345678125E7");
	}

	private static void expect(MeasurementSchema schema, String expected) throws Exception {
		File file = new File("readings.tsfile");
		try (TsFileWriter writer = new TsFileWriter(file)) {
			writer.registerTimeseries("device", schema);
			for (int i = 0; i < READINGS.length; i++) {
				TSRecord row = new TSRecord("device", 1_700_000_000_000L + i);
				row.addTuple(schema.getType() == TSDataType.FLOAT ? new FloatDataPoint("m", (float) READINGS[i]) : new DoubleDataPoint("m", READINGS[i]));
				writer.writeRecord(row);
			}
		}
		StringBuilder seen = new StringBuilder();
		try (TsFileSequenceReader sequence = new TsFileSequenceReader(file.getPath()); TsFileReader reader = new TsFileReader(sequence)) {
			QueryDataSet rows = reader.query(QueryExpression.create(List.of(new Path("device", "m", true)), null));
			while (rows.hasNext()) {
				seen.append(seen.length() == 0 ? "" : " ").append(rows.next().getFields().get(0).getStringValue());
			}
		}
		System.out.println(schema.getType() + " " + schema.getEncodingType() + " " + (schema.getProps() == null ? "" : schema.getProps()) + ": " + seen);
		if (!seen.toString().equals(expected) || !file.delete()) {
			throw new AssertionError("this has changed");
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
echo "as described"
