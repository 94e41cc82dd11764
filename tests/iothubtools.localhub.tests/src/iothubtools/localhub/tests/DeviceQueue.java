// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The messages that wait for devices, as the service side sends them and the devices fetch them over HTTPS.
 *
 * @param hub has them
 */
record DeviceQueue(TestHub hub) {

	/** Where they are, behind the path of a device. */
	static final String BOUND = "/messages/deviceBound";

	Reply send(String device, String body, String... headers) {
		return hub.call("POST", "/localhub/devices/" + device + BOUND, body, headers);
	}

	Reply receive(String device) {
		return hub.callAsDevice(device, "GET", BOUND, null);
	}

	/** The lock of a message that was received. */
	static String token(Reply received) {
		String etag = received.expect(200).header("ETag");
		assertTrue(etag.matches("\"[^\"]+\""), etag);
		return etag.substring(1, etag.length() - 1);
	}

	Reply complete(String device, String token) {
		return hub.callAsDevice(device, "DELETE", BOUND + '/' + token, null, "If-Match", token);
	}

	/** Ends it with a parameter that says that it is rejected. */
	Reply reject(String device, String token, String parameter) {
		return hub.callAs(hub.deviceToken(device), "DELETE",
				"/devices/" + device + BOUND + '/' + token + TestHub.VERSION + '&' + parameter, null);
	}

	Reply abandon(String device, String token) {
		return hub.callAsDevice(device, "POST", BOUND + '/' + token + "/abandon", "x");
	}

	/** How many a device has. */
	int count(String device) {
		return hub.call("GET", "/twins/" + device, null).expect(200).json().get("cloudToDeviceMessageCount").getAsInt();
	}
}
