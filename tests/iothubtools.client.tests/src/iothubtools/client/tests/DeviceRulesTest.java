// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.client.devices.SelfSigned;
import iothubtools.client.devices.Thumbprints;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.names.DeviceIds;

/** Contract §4: ids and thumbprints. */
class DeviceRulesTest {

	@ParameterizedTest
	@ValueSource(strings = { "a", "Device-1", "-:.+%_#*?!(),=@;$'", "$edgeAgent", ".." })
	void takesIdsTheHubTakes(String id) {
		assertNull(DeviceIds.problem(id));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a b", "a/b", "a\\b", "a\"b", "a&b", "a<b", "a>b", "gerät", "a\tb", "a\u0000", "😀" })
	void refusesIdsTheHubRefuses(String id) {
		assertNotNull(DeviceIds.problem(id));
	}

	@Test
	void limitsTheLengthOfAnId() {
		assertNull(DeviceIds.problem("a".repeat(128)));
		assertTrue(String.valueOf(DeviceIds.problem("a".repeat(129))).contains("129"));
	}

	@ParameterizedTest
	@ValueSource(chars = { '+', '#', '%', '?' })
	void warnsOfIdsThatSdksCannotUse(char c) {
		String warning = String.valueOf(DeviceIds.warning("a" + c + "b"));
		assertTrue(warning.contains(String.valueOf(c)) && warning.contains("SDKs"), warning);
	}

	@Test
	void warnsOfIdsThatCannotBeWritten() {
		assertNotNull(DeviceIds.warning("a;b"));
		assertNull(DeviceIds.warning("a-b:c.d_e*f!g(h),i=j@k$l'm"));
	}

	@Test
	void takesThumbprintsWithSeparators() {
		String sha1 = "0123456789ABCDEF0123456789abcdef01234567";
		String withColons = sha1.replaceAll("(..)(?!$)", "$1:");

		assertEquals(sha1, Thumbprints.parse(sha1));
		assertEquals(sha1, Thumbprints.parse(withColons));
		assertEquals(sha1, Thumbprints.parse("\u200E" + withColons.replace(':', ' ')));
		assertNull(Thumbprints.problem("a".repeat(64)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "abc", "g123456789ABCDEF0123456789abcdef01234567",
			"0123456789ABCDEF0123456789abcdef0123456" })
	void refusesWhatIsNoThumbprint(String text) {
		assertNotNull(Thumbprints.problem(text));
		assertEquals("secondaryThumbprint", assertThrows(InvalidInputException.class,
				() -> SelfSigned.parse("a".repeat(40), text)).field());
	}
}
