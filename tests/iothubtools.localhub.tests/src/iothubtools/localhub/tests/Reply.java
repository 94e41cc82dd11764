// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** A reply of the hub. */
record Reply(HttpResponse<String> http) {

	int status() {
		return http.statusCode();
	}

	String body() {
		return http.body();
	}

	String header(String name) {
		return http.headers().firstValue(name).orElse("");
	}

	boolean has(String name) {
		return http.headers().firstValue(name).isPresent();
	}

	JsonObject json() {
		return JsonParser.parseString(body()).getAsJsonObject();
	}

	JsonArray array() {
		return JsonParser.parseString(body()).getAsJsonArray();
	}

	Reply expect(int status) {
		assertEquals(status, status(), body());
		return this;
	}

	/** It is an error of this status and name, in body shape A with a tracking id (contract §5.1). */
	Reply expectError(int status, String name) {
		expect(status);
		assertEquals(name, header("iothub-errorcode"));
		assertTrue(json().get("Message").getAsString().startsWith("ErrorCode:" + name + ";"), body());
		String tracking = json().get("ExceptionMessage").getAsString();
		assertTrue(tracking.matches("Tracking ID:[0-9a-f]{32}-G:\\d+-TimeStamp:\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d:\\d\\d"),
				tracking);
		assertEquals(header("x-ms-request-id").replace("-", ""), tracking.substring(12, 44));
		return this;
	}

	/** It is an error of this number and name, in body shape B (contract §5.1); what its Message holds. */
	JsonObject expectNested(int number, String name) {
		expect(number / 1000);
		assertEquals(name, header("iothub-errorcode"));
		assertEquals("", json().get("ExceptionMessage").getAsString());
		JsonObject nested = JsonParser.parseString(json().get("Message").getAsString()).getAsJsonObject();
		assertEquals(number, nested.get("errorCode").getAsInt());
		String tracking = nested.get("trackingId").getAsString();
		assertTrue(tracking.startsWith(header("x-ms-request-id").replace("-", "") + "-G:"), tracking);
		String time = nested.get("timestampUtc").getAsString();
		assertTrue(time.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{7}Z"), time);
		return nested;
	}

	/** It is an error of this status and name, in body shape C (contract §5.1). */
	Reply expectPlainError(int status, String name, int number) {
		expect(status);
		assertEquals(name, header("iothub-errorcode"));
		assertEquals(number, json().get("errorCode").getAsInt());
		assertTrue(json().get("trackingId").getAsString().startsWith(header("x-ms-request-id").replace("-", "")), body());
		return this;
	}
}
