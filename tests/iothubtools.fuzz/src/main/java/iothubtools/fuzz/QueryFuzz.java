// SPDX-License-Identifier: EPL-2.0
package iothubtools.fuzz;

import java.nio.charset.StandardCharsets;

import com.google.gson.JsonObject;

/** Query texts: answered with rows or refused. */
public final class QueryFuzz {

	private static final HubUnderTest HUB = HubUnderTest.start();

	private QueryFuzz() {
	}

	/** Called by Jazzer and for each file of the corpus. */
	public static void fuzzerTestOneInput(byte[] input) {
		JsonObject body = new JsonObject();
		body.addProperty("query", new String(input, StandardCharsets.UTF_8));
		int status = HUB.send("POST", "/devices/query?api-version=2021-04-12", HUB.token(),
				body.toString().getBytes(StandardCharsets.UTF_8));
		if (status != 200 && status != 400) {
			throw new IllegalStateException("status " + status);
		}
	}
}
