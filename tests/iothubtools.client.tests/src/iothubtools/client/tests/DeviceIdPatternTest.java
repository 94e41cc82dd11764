// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.names.DeviceIdPattern;

/** Ids of many devices in one text. */
class DeviceIdPatternTest {

	@Test
	void theNumberHasAsManyDigitsAsAreAskedForOrMore() {
		assertEquals(List.of("sensor-099", "sensor-100"), new DeviceIdPattern("sensor-{n:03}").ids(99, 100));
		assertEquals(List.of("s9", "s10"), new DeviceIdPattern("s{n}").ids(9, 10));
		assertEquals("1000", new DeviceIdPattern("{n:02}").id(1000));
		assertEquals("r1-$1-01", new DeviceIdPattern("r{n}-$1-{n:02}").id(1), "what is beside the numbers stays as it is");
	}

	@ParameterizedTest
	@ValueSource(strings = { "s{", "s{}", "s{n", "s{N}", "s{n:3}", "s{n:00}", "s{n:012}", "s{n}}", "s{n}{x}", "sensor" })
	void saysHowToWriteIt(String text) {
		assertTrue(String.valueOf(DeviceIdPattern.problem(text)).contains("{n:03}"), text);
		assertNotNull(assertThrows(InvalidInputException.class, () -> new DeviceIdPattern(text)).reason());
	}

	@Test
	void anIdIsNoPattern() {
		assertFalse(DeviceIdPattern.isMeant("-:.+%_#*?!(),=@;$'"));
		assertTrue(DeviceIdPattern.isMeant("s{"));
	}
}
