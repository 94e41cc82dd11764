// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.devices.DeviceKeys;
import iothubtools.client.errors.InvalidInputException;

class KeyTest {

	@Test
	void readsAndRevealsAKey() {
		assertEquals(TestKeys.OTHER_TEXT, TestKeys.OTHER.reveal());
		assertEquals(32, TestKeys.OTHER.length());
		assertEquals("***", TestKeys.OTHER.toString());
		assertEquals(SharedAccessKey.parse(TestKeys.TEXT), TestKeys.KEY);
		assertNotEquals(TestKeys.OTHER, TestKeys.KEY);
	}

	@Test
	void makesADifferentKeyEachTime() {
		assertEquals(32, SharedAccessKey.generate().length());
		assertNotEquals(SharedAccessKey.generate(), SharedAccessKey.generate());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "=", "====", "SECRET", "SECRETS=", "SECRET==SECR", "SECRET S", "SECRET\nSECR", "SECRET-_",
			"SECRETS", "SECRET+/SECRE", "SECRET!=", "SECRETé=" })
	void refusesWhatIsNotBase64WithoutRepeatingIt(String text) {
		InvalidInputException problem = assertThrows(InvalidInputException.class, () -> SharedAccessKey.parse(text));

		assertEquals("SharedAccessKey", problem.field());
		assertFalse(problem.getMessage().contains("SECRET"), problem.getMessage());
	}

	@Test
	void refusesStrayBitsInTheLastCharacter() {
		// "AAF=" and "AAE=" decode to the same bytes for a tolerant decoder
		assertThrows(InvalidInputException.class, () -> SharedAccessKey.parse("AAF="));
		assertEquals(2, SharedAccessKey.parse("AAE=").length());
	}

	@Test
	void wants16To64BytesForADevice() {
		assertNotNull(DeviceKeys.problem(TestKeys.ofLength(15)));
		assertNull(DeviceKeys.problem(TestKeys.ofLength(16)));
		assertNull(DeviceKeys.problem(TestKeys.ofLength(64)));
		assertNotNull(DeviceKeys.problem(TestKeys.ofLength(65)));
		assertNull(DeviceKeys.problem(DeviceKeys.generate().reveal()));
	}
}
