// SPDX-License-Identifier: EPL-2.0
package iothubtools.fuzz;

import java.nio.charset.StandardCharsets;

import iothubtools.client.auth.ConnectionString;
import iothubtools.client.errors.InvalidInputException;

/** Connection strings, as a person pastes them: either understood, and then written as they were read, or refused. */
public final class ConnectionStringFuzz {

	private ConnectionStringFuzz() {
	}

	/** Called by Jazzer and for each file of the corpus. */
	public static void fuzzerTestOneInput(byte[] input) {
		ConnectionString parsed;
		try {
			parsed = ConnectionString.parse(new String(input, StandardCharsets.UTF_8));
		} catch (InvalidInputException e) {
			return;
		}
		if (!ConnectionString.parse(parsed.format()).equals(parsed)) {
			throw new IllegalStateException("What is written is not what was read");
		}
	}
}
