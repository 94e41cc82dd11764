// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SasToken;

/** Contract §2. */
class SasTokenTest {

	private static final long EXPIRY = 1893456000;

	@ParameterizedTest
	@CsvSource({ "myhub.azure-devices.net,0erPtW+UZwK56IPujRFtwej1EwQMsCuQYucBqMXo/LU=",
			"myhub.azure-devices.net%2Fdevices%2Fdev-1,xGx18r8CP/Gty2onrPdoP/Xp6ZZ6Kkd1JKx602k4MeM=",
			"myhub.azure-devices.net%2fdevices%2fdev-1,bboOy8+fTuo7oThJ71m578jpYJse90r7LeLni792Wig=",
			"myhub.azure-devices.net/devices/dev-1,/Ag7+SWZ0RPG8roF3dxQPcxJ9M4k7JWg5zJkq83pRjQ=",
			"myhub.azure-devices.net%2Fdevices%2Fdev-1%2Fmodules%2Fm1,16R4fNC4rU+KUdpdZrSS0zWOzABlDhhrzobigRri2Xo=" })
	void signsTheResourceByteForByte(String resource, String signature) {
		assertEquals(signature, SasToken.signature(resource, TestKeys.KEY, EXPIRY));
	}

	@Test
	void writesResourceSignatureExpiryAndPolicyEncoded() {
		SasToken token = SasToken.create("myhub.azure-devices.net", TestKeys.KEY, "iothubowner",
				Instant.ofEpochSecond(EXPIRY, 999));

		assertEquals("SharedAccessSignature sr=myhub.azure-devices.net"
				+ "&sig=0erPtW%2BUZwK56IPujRFtwej1EwQMsCuQYucBqMXo%2FLU%3D&se=1893456000&skn=iothubowner",
				token.value());
		assertEquals(Instant.ofEpochSecond(EXPIRY), token.expiry());
	}

	@Test
	void leavesThePolicyOutForTheKeyOfADevice() {
		SasToken token = SasToken.create("myhub.azure-devices.net/devices/dev-1", TestKeys.KEY, null,
				Instant.ofEpochSecond(EXPIRY));

		assertEquals("SharedAccessSignature sr=myhub.azure-devices.net%2Fdevices%2Fdev-1"
				+ "&sig=xGx18r8CP%2FGty2onrPdoP%2FXp6ZZ6Kkd1JKx602k4MeM%3D&se=1893456000", token.value());
	}

	@Test
	void encodesADeviceIdBeforeTheWholeResource() {
		HubHost host = HubHost.parse("MyHub.azure-devices.net:8443");

		assertEquals("myhub.azure-devices.net/devices/a%23b%25", SasToken.deviceResource(host, "a#b%"));
		String token = SasToken.create(SasToken.deviceResource(host, "a#b%"), TestKeys.KEY, null,
				Instant.ofEpochSecond(EXPIRY)).value();
		assertEquals("sr=myhub.azure-devices.net%2Fdevices%2Fa%2523b%2525",
				token.substring("SharedAccessSignature ".length(), token.indexOf('&')));
	}

	@Test
	void keepsTheSignatureOutOfItsText() {
		SasToken token = SasToken.create("h", TestKeys.KEY, "p", Instant.ofEpochSecond(EXPIRY));
		assertFalse(token.toString().contains("sig"));
	}
}
