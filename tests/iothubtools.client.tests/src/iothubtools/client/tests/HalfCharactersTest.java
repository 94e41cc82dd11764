// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.text.HalfCharacters;

/** Halves of characters, which JSON can hold and UTF-8 cannot. */
class HalfCharactersTest {

	private static final String WHOLE = "\ud83d\ude00";

	@ParameterizedTest
	@ValueSource(strings = { "\ud800", "\udc00", "a\ud83d", "\ude00\ud83d", WHOLE + "\ude00", "\ud83d" + WHOLE })
	void eachHalfIsFoundAndEscaped(String text) {
		assertTrue(HalfCharacters.areIn(text));
		String escaped = HalfCharacters.escaped(text);
		assertFalse(HalfCharacters.areIn(escaped), escaped);
		assertEquals(escaped, new String(escaped.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
	}

	@Test
	void wholeCharactersStayAsTheyAre() {
		String json = "{\"" + WHOLE + "\":\"a" + WHOLE + WHOLE + "\u00e4\"}";
		assertFalse(HalfCharacters.areIn(json));
		assertEquals(json, HalfCharacters.escaped(json));
		assertEquals("\"\\ud83d" + WHOLE + "\\ude00\"", HalfCharacters.escaped("\"\ud83d" + WHOLE + "\ude00\""));
	}

	@Test
	void anIdentityGoesBackToTheHubWithTheHalvesThatItHas() {
		String json = "{\"deviceId\":\"d1\",\"statusReason\":\"half \\ud800\"}";
		DeviceIdentity device = DeviceIdentity.parse(json);
		assertEquals("half \ud800", device.statusReason());
		assertEquals(json, device.toJson());
	}
}
