// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.clipboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import iothubtools.client.auth.ConnectionString;
import iothubtools.ui.internal.clipboard.ConnectionStringForm;
import iothubtools.ui.internal.clipboard.TokenForm;

class CopyFormTest {

	private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
	private static final String DEVICE = "HostName=h.net;DeviceId=it's;SharedAccessKey=" + KEY;

	@Test
	void aShellReadsTheVariableLiterally() {
		assertEquals("IOTHUB_DEVICE_CONNECTION_STRING='HostName=h.net;DeviceId=it'\\''s;SharedAccessKey=" + KEY + "'",
				ConnectionStringForm.VARIABLE.line(ConnectionString.parse(DEVICE)));
		assertEquals("IOTHUB_CONNECTION_STRING='HostName=h.net;SharedAccessKeyName=p;SharedAccessKey=" + KEY + "'",
				ConnectionStringForm.VARIABLE.line(ConnectionString.parse("HostName=h.net;SharedAccessKeyName=p;SharedAccessKey=" + KEY)));
	}

	@Test
	void aLiteralIsQuoted() {
		assertEquals('"' + DEVICE + '"', ConnectionStringForm.JAVA.line(ConnectionString.parse(DEVICE)));
	}

	@Test
	void aTokenLivesAsLongAsAskedFor() {
		Clock clock = Clock.fixed(Instant.parse("2030-01-01T00:00:00Z"), ZoneOffset.UTC);
		ConnectionString device = ConnectionString.parse(DEVICE);
		assertEquals(device.token(Instant.parse("2030-01-01T08:00:00Z")).value(),
				new TokenForm(Duration.ofHours(8), clock).line(device));
		assertNull(new TokenForm(Duration.ofHours(8), clock).line(ConnectionString.parse("HostName=h.net;DeviceId=d;x509=true")));
	}
}
