// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import iothubtools.client.auth.ConnectionString;
import iothubtools.client.auth.SasToken;

/** Tokens for all that a connection string opens (contract §2). */
class ConnectionStringTokenTest {

	private static final Instant EXPIRY = Instant.parse("2030-01-01T00:00:00Z");

	@ParameterizedTest
	@CsvSource({ "SharedAccessKeyName=service, h.net, service", "DeviceId=a#b, h.net/devices/a%23b,", "DeviceId=d;ModuleId=m, h.net/devices/d/modules/m," })
	void isForTheScopeOfItsOwner(String ids, String resource, String policy) {
		ConnectionString connection = ConnectionString.parse("HostName=H.net:8443;" + ids + ";SharedAccessKey=" + TestKeys.TEXT);

		assertEquals(resource, connection.resource());
		assertEquals(policy, connection.policy());
		SasToken token = connection.token(EXPIRY);
		assertEquals(SasToken.create(resource, TestKeys.KEY, policy, EXPIRY), token);
		assertTrue(token.value().contains("&se=" + EXPIRY.getEpochSecond()), "expiry");
	}

	@Test
	void isNoneWithoutAKey() {
		assertNull(ConnectionString.parse("HostName=h.net;DeviceId=d;x509=true").token(EXPIRY));
	}
}
