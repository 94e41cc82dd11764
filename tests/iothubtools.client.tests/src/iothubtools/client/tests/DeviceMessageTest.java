// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import iothubtools.client.messages.DeviceMessage;

/** Contract §6: size and characters. */
class DeviceMessageTest {

	@Test
	void countsBodySystemValuesAndWholeProperties() {
		DeviceMessage message = DeviceMessage.builder().body("héllo".getBytes(StandardCharsets.UTF_8))
				.contentType("text/plain").contentEncoding("utf-8").messageId("m1").correlationId("c12")
				.property("name", "value").property("n", "").build();

		assertEquals(6 + 10 + 5 + 2 + 3 + 4 + 5 + 1, message.size());
		assertNull(message.problem());
	}

	@Test
	void limitsTheSizeTo256Kilobytes() {
		DeviceMessage.Builder message = DeviceMessage.builder().body(new byte[262_144 - 2]).property("a", "b");
		assertEquals(262_144, message.build().size());
		assertNull(message.build().problem());

		String problem = String.valueOf(message.messageId("x").build().problem());
		assertTrue(problem.contains("262,145") && problem.contains("262,144"), problem);
	}

	@Test
	void takesEveryCharacterThatAHeaderCanCarry() {
		assertNull(DeviceMessage.builder().property("Az09!#$%&'*+-.^_`|~", "Az09!#$%&'*+-.^_`|~")
				.messageId("Az09-:.+%_#*?!(),=@;$'").contentType("application/json; charset=utf-8").build().problem());
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "a b;v;Property name a b;a space (position 2)", "ä;v;Property name;ä (position 1)",
			"a:b;v;Property name;character : (position 2)", "'';v;Property name;empty",
			"iothub-app-x;v;Property name;must not start", "a;b c;Value of property a;a space (position 2)",
			"a;1=2;Value of property a;character = (position 2)", "a;b\u0007c;Value of property a;U+0007",
			"a;😀;Value of property a;😀" })
	void namesThePropertyAndTheCharacter(String name, String value, String what, String why) {
		String problem = String.valueOf(DeviceMessage.builder().property(name, value).build().problem());

		assertTrue(problem.startsWith(what), problem);
		assertTrue(problem.contains(why), problem);
	}

	@Test
	void refusesNamesThatAreTheSameHeader() {
		assertNotNull(DeviceMessage.builder().property("a", "1").property("A", "2").build().problem());
	}

	@Test
	void refusesSystemPropertiesThatCannotBeHeaders() {
		assertNotNull(DeviceMessage.builder().messageId("a b").build().problem());
		assertNotNull(DeviceMessage.builder().messageId("a".repeat(129)).build().problem());
		assertNotNull(DeviceMessage.builder().correlationId("a\r\nb: c").build().problem());
		assertNotNull(DeviceMessage.builder().contentType("text/plain\r\nX: y").build().problem());
		assertNotNull(DeviceMessage.builder().contentEncoding(" utf-8").build().problem());
	}
}
