// SPDX-License-Identifier: EPL-2.0
package iothubtools.tests.support.files;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A file of 50,000 devices with one error of each kind: a byte order mark, ends of lines that are CR alone, quotation marks, and in lines 10002,
 * 20002, 25002, 30002 and 40002 a device twice, an id that is none, a quotation that does not end, a cell too many and a byte that is not UTF-8.
 */
public final class TroublesomeCsv {

	/** Lines behind the header. */
	public static final int LINES = 50_000;

	private TroublesomeCsv() {
	}

	/** The bytes of it; device-0 to device-49999 but for the lines with errors. */
	public static byte[] bytes() {
		ByteArrayOutputStream csv = new ByteArrayOutputStream();
		csv.writeBytes("\uFEFFdeviceId,statusReason,tag:nr\r".getBytes(StandardCharsets.UTF_8));
		for (int i = 0; i < LINES; i++) {
			String line = switch (i) {
			case 10_000 -> "device-5,twice,1";
			case 20_000 -> "bad id,x,1";
			case 25_000 -> "device-25000,\"never closed,1";
			case 30_000 -> "device-30000,x,1,2";
			default -> "device-" + i + ",\"a \"\"quoted\"\", word\"," + i;
			};
			csv.writeBytes(line.getBytes(StandardCharsets.UTF_8));
			if (i == 40_000) {
				csv.write(',');
				csv.write(0xFC);
			}
			csv.write('\r');
		}
		return csv.toByteArray();
	}
}
