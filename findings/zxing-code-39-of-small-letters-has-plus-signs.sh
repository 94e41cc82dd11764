#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# com.google.zxing:core 3.5.4 (Maven Central, ZXing, writes and reads bar codes): a label that ZXing wrote with Code 39 is read by ZXing as another
# text.
#
# Guess:  Code 39 has no small letters, so that MultiFormatWriter refuses "pump-1" as it refuses it for ITF and EAN; or, if it writes it in the
#         extended mode, MultiFormatReader reads it in that.
# Seen:   it is written, in the extended mode, without a word, and read as "+P+U+M+P-1", in the format CODE_39, without an error; "Pump_1" is
#         "P+U+M+P%O1", "dev:01" is "+D+E+V/Z01". The first two are valid ids of devices in IoT Hub: a search finds no such device, and
#         whoever registers what was read makes a second one. With capitals alone it is right, which is what tests have. CODE_93 and CODE_128
#         give back what was written, and no hint of MultiFormatReader turns the mode on.
# Way out: CODE_128; or new Code39Reader(false, true), which reads the extended mode; or refuse small letters before writing.
#
# Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>com.google.zxing</groupId><artifactId>javase</artifactId><version>3.5.4</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.Reader;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.Code39Reader;

public class Run {
	public static void main(String[] arguments) throws Exception {
		expect("pump-1", BarcodeFormat.CODE_39, new MultiFormatReader(), "+P+U+M+P-1");
		expect("Pump_1", BarcodeFormat.CODE_39, new MultiFormatReader(), "P+U+M+P%O1");
		expect("dev:01", BarcodeFormat.CODE_39, new MultiFormatReader(), "+D+E+V/Z01");
		expect("PUMP-1", BarcodeFormat.CODE_39, new MultiFormatReader(), "PUMP-1");
		expect("pump-1", BarcodeFormat.CODE_39, new Code39Reader(false, true), "pump-1");
		expect("pump-1", BarcodeFormat.CODE_93, new MultiFormatReader(), "pump-1");
		expect("pump-1", BarcodeFormat.CODE_128, new MultiFormatReader(), "pump-1");
		try {
			new MultiFormatWriter().encode("pump-1", BarcodeFormat.ITF, 600, 200);
			throw new AssertionError("this has changed");
		} catch (IllegalArgumentException e) {
			System.out.println("pump-1 as ITF: refused");
		}
	}

	private static void expect(String text, BarcodeFormat format, Reader reader, String expected) throws Exception {
		BitMatrix code = new MultiFormatWriter().encode(text, format, 600, 200);
		BufferedImageLuminanceSource image = new BufferedImageLuminanceSource(MatrixToImageWriter.toBufferedImage(code));
		String seen = reader.decode(new BinaryBitmap(new HybridBinarizer(image))).getText();
		System.out.println(text + " as " + format + ", read by " + reader.getClass().getSimpleName() + ": " + seen);
		if (!seen.equals(expected)) {
			throw new AssertionError("this has changed");
		}
	}
}
JAVA
java -Djava.awt.headless=true -cp "$(cat classpath)" Run.java
echo "as described"
