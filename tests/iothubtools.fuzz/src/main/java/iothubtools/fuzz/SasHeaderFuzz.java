// SPDX-License-Identifier: EPL-2.0
package iothubtools.fuzz;

import java.nio.charset.StandardCharsets;

/** The header that says who asks: whatever is in it, it opens nothing and breaks nothing. */
public final class SasHeaderFuzz {

	private static final HubUnderTest HUB = HubUnderTest.start();

	private SasHeaderFuzz() {
	}

	/** Called by Jazzer and for each file of the corpus. */
	public static void fuzzerTestOneInput(byte[] input) {
		// a line's end would begin another header
		String header = new String(input, StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}]", " ");
		int status = HUB.send("GET", "/devices/sensor-0001?api-version=2021-04-12",
				"SharedAccessSignature " + header, new byte[0]);
		if (status != 401 && status != 400) {
			throw new IllegalStateException("status " + status);
		}
	}
}
