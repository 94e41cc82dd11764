// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.client.auth.SasToken;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.inspect.InspectedText;
import iothubtools.client.inspect.InspectedText.Scope;

/** What a pasted connection string or token says of itself. */
class InspectedTextTest {

	private static final Instant EXPIRY = Instant.ofEpochSecond(1893456000);
	private static final String KEY = "SharedAccessKey=" + TestKeys.TEXT;

	@ParameterizedTest
	@CsvSource({ "HostName=h.net;SharedAccessKeyName=p;K, HUB, h.net, p", "HostName=h.net;DeviceId=d#1;K, DEVICE, h.net/devices/d%231,",
			"HostName=h.net;DeviceId=d;ModuleId=m;K, MODULE, h.net/devices/d/modules/m,",
			"Endpoint=sb://ns.servicebus.windows.net/;SharedAccessKeyName=service;K;EntityPath=hub, EVENTS, ns.servicebus.windows.net/hub, service" })
	void connectionStringsOfEachKind(String template, Scope scope, String resource, String policy) {
		InspectedText text = InspectedText.parse(" '" + template.replaceFirst("K(;|$)", KEY + "$1") + "'\n");

		assertEquals(scope, text.scope());
		assertEquals(resource, text.resource());
		assertEquals(policy, text.policy());
		assertNull(text.expiry());
		assertTrue(text.matches(TestKeys.KEY));
		assertFalse(text.matches(TestKeys.OTHER));
		assertFalse(text.toString().contains(TestKeys.TEXT.substring(0, 8)), text.toString());
	}

	@ParameterizedTest
	@CsvSource({ "h.net, p, HUB", "h.net/devices, p, ALL_DEVICES", "h.net/devices/d%231,, DEVICE", "h.net/devices/d/modules/m,, MODULE",
			"h.net/messages/events, service, EVENTS", "h.net/a/b/c/d/e, p, OTHER" })
	void tokensOfEachScope(String resource, String policy, Scope scope) {
		InspectedText text = InspectedText.parse("Authorization: " + SasToken.create(resource, TestKeys.KEY, policy, EXPIRY).value());

		assertEquals(scope, text.scope());
		assertEquals("h.net", text.host().name());
		assertEquals(resource, text.resource());
		assertEquals(policy, text.policy());
		assertEquals(EXPIRY, text.expiry());
		assertTrue(text.matches(TestKeys.KEY), "the key that signed it");
		assertFalse(text.matches(TestKeys.OTHER), "another key");
		assertTrue(text.toString().contains("sig=***"), text.toString());
	}

	/** An id in a token is encoded twice or, by some tools, once; the words of the path are in any case. */
	@ParameterizedTest
	@CsvSource({ "h.net/devices/d%231, d#1", "h.net/devices/a%2541b%25, a%41b%", "h.net/Devices/d, d", "h.net/devices/50%, 50%",
			"h.net/devices/a+b/modules/m, a+b" })
	void aTokenTellsItsDevice(String resource, String deviceId) {
		assertEquals(deviceId, InspectedText.parse(SasToken.create(resource, TestKeys.KEY, null, EXPIRY).value()).deviceId());
	}

	@ParameterizedTest
	@ValueSource(strings = { "sr=myhub.azure-devices.net%2fdevices%2fdev-1&sig=bboOy8%2bfTuo7oThJ71m578jpYJse90r7LeLni792Wig%3D&se=1893456000",
			"sig=/Ag7%2BSWZ0RPG8roF3dxQPcxJ9M4k7JWg5zJkq83pRjQ=&se=1893456000&sr=myhub.azure-devices.net/devices/dev-1" })
	void aSignatureIsVerifiedOverTheTextAsItIsSent(String parts) {
		assertTrue(InspectedText.parse("SharedAccessSignature " + parts).matches(TestKeys.KEY), "contract §2's own tokens");
	}

	@Test
	void aTokenInAConnectionStringTellsItsExpiry() {
		String token = SasToken.create("h.net/devices/d", TestKeys.KEY, null, EXPIRY).value();
		InspectedText text = InspectedText.parse("HostName=h.net;DeviceId=d;SharedAccessSignature=" + token);

		assertEquals(EXPIRY, text.expiry());
		assertTrue(text.matches(TestKeys.KEY));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "hello", "SharedAccessSignature sr=h.net&sig=c2VjcmV0&se=soon", "SharedAccessSignature sr=&sig=c2VjcmV0&se=1",
			"SharedAccessSignature sr=%zz&sig=c2VjcmV0&se=1", "SharedAccessSignature sr=a&sr=b&sig=c2VjcmV0&se=1",
			"SharedAccessSignature sr=h.net&sig=c2VjcmV0&se=99999999999999999", "Endpoint=http://x/;SharedAccessKeyName=p;SharedAccessKey=c2VjcmV0",
			"Endpoint=sb://x/;SharedAccessKey=c2VjcmV0", "Endpoint=sb://x/;SharedAccessKeyName=p;SharedAccessKey=c2VjcmV0;c2VjcmV0" })
	void whatIsNoneIsRefusedWithoutRepeatingIt(String pasted) {
		InvalidInputException problem = assertThrows(InvalidInputException.class, () -> InspectedText.parse(pasted));
		assertFalse(String.valueOf(problem.getMessage()).contains("c2VjcmV0"), problem.getMessage());
	}
}
