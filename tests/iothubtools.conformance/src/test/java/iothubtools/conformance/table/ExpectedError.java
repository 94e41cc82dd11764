// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Objects;

import org.junit.jupiter.api.function.Executable;

import com.microsoft.azure.sdk.iot.device.exceptions.IotHubClientException;

/** The error that the row of a test declares, to be compared with the one that is seen. A parameter of the test. */
public final class ExpectedError {

	private static final String[][] VARYING = {{"\\s*Tracking ID:\\S*( \\d\\d:\\d\\d:\\d\\d)?", ""},
			// as JSON, or as JSON in a string of JSON
			{"((?:trackingId|timestampUtc)\\\\?\":\\\\?\")[^\"\\\\]*", "$1…"},
			{"(existingVersion|If-Match):[\\w=]+", "$1:…"}, {"\\s+", " "}};

	private final String declared;
	private boolean seen;

	ExpectedError(String declared) {
		this.declared = declared;
	}

	/** The call fails so. */
	public <T extends Throwable> T isThrownBy(Class<T> type, Executable call) {
		T thrown = assertThrows(type, call);
		is(text(thrown));
		return thrown;
	}

	/** This was seen. */
	public void is(String text) {
		seen = true;
		assertEquals(declared, text);
	}

	/** The type and the message of a failure, without what differs from call to call: tracking id, time, etags. */
	public static String text(Throwable thrown) {
		String message = Objects.requireNonNullElse(thrown.getMessage(), "");
		for (String[] rule : VARYING) {
			message = message.replaceAll(rule[0], rule[1]);
		}
		message = message.strip();
		// the device SDK says most with its status code
		String status = thrown instanceof IotHubClientException device ? " (" + device.getStatusCode() + ')' : "";
		return thrown.getClass().getSimpleName() + status + (message.isEmpty() ? "" : ": " + message);
	}

	boolean wasSeen() {
		return seen;
	}
}
