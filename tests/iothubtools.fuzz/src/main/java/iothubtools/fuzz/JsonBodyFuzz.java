// SPDX-License-Identifier: EPL-2.0
package iothubtools.fuzz;

import java.util.Arrays;
import java.util.List;

/** Bodies of requests to every operation that takes one. */
public final class JsonBodyFuzz {

	private static final String DEVICE = "/devices/sensor-0001";
	private static final String VERSION = "?api-version=2021-04-12";

	/** The first byte of an input chooses one of them. Append only: the corpus counts on their places. */
	private static final List<String> OPERATIONS = List.of("PUT " + DEVICE, "POST /devices", "POST /devices/query",
			"PUT " + DEVICE + "/modules/m1", "PATCH /twins/sensor-0001", "PUT /twins/sensor-0001",
			"PATCH /twins/sensor-0001/modules/m1", "POST /twins/sensor-0001/methods", "PUT /jobs/v2/job-1",
			"PUT /configurations/c1", "POST /configurations/testQueries", "POST " + DEVICE + "/applyConfigurationContent",
			"POST /jobs/create", "POST " + DEVICE + "/files", "POST " + DEVICE + "/files/notifications",
			"POST " + DEVICE + "/messages/events", "PUT /localhub/faults");

	private static final HubUnderTest HUB = HubUnderTest.start();

	private JsonBodyFuzz() {
	}

	/** Called by Jazzer and for each file of the corpus. */
	public static void fuzzerTestOneInput(byte[] input) {
		if (input.length == 0) {
			return;
		}
		String[] operation = OPERATIONS.get((input[0] & 0xff) % OPERATIONS.size()).split(" ");
		int status = HUB.send(operation[0], operation[1] + VERSION, HUB.token(), Arrays.copyOfRange(input, 1, input.length));
		if (status >= 500) {
			throw new IllegalStateException("status " + status + " of " + String.join(" ", operation));
		}
		if (operation[1].equals("/localhub/faults")) {
			// a plan that was accepted would fail what comes after it
			HUB.send("DELETE", "/localhub/faults" + VERSION, HUB.token(), new byte[0]);
		}
	}
}
