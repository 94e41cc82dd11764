// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.client.exchange.Masking;

class MaskingTest {

	@ParameterizedTest
	@ValueSource(strings = { "{\"primaryKey\":\"SECRET\"}", "{\"secondaryKey\" : \"SECRET=\"}", "{\"PrimaryKey\":\"SECRET",
			"{\"m\":\"{\\\"primaryKey\\\":\\\"SECRET\\\"}\"}", "{\"primaryKey\":\"a\\/SECRET\"}",
			"{\"primaryKey\":\"a\\u003dSECRET\"}", "{\"sasToken\":\"?sv=1&sig=SECRET\"}",
			"{\"connectionString\":\"HostName=h;SharedAccessKey=SECRET\"}",
			"HostName=h;SharedAccessKeyName=p;SharedAccessKey=SECRET", "SharedAccessKey\\u003dab\\/SECRET",
			"sharedaccesskey=a+b/SECRET=;x", "SharedAccessSignature sr=h&sig=SECRET%3D&se=1",
			"https://s.blob.core.windows.net/c?sv=1&sig=SECRET", "Authorization: Bearer aaaaaaaaaaaaaaaaaaaaSECRET",
			"<td>primaryKey=SECRET</td>", "ERROR: refused eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwcyJ9.SECRET, sign in",
			"'eyJhbGciOiJSUzI1NiJ9.SECRETSECRET", "{\"password\":\"SECRET\"}",
			"HostName%3Dh%3BDeviceId%3Dd%3BSharedAccessKey%3DSECRET%3D", "/devices/DeviceId%3Dd%3Bsharedaccesskey%3DaB%2FSECRET",
			"SharedAccessSignature+sr%3Dh%26sig%3DSECRET%253D%26se%3D1", "sr%253Dh%2526sig%253DSECRET", "https://s/c?sv=1\\u0026sig=SECRET",
			"HostName=h\\u003bSharedAccessKey=SECRET", "first\\nprimaryKey=SECRET", "HostName = h; SharedAccessKey = SECRET",
			"Bearer%20eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwcyJ9.SECRET", "Bearer%20aaaaaaaaaaaaaaaaaaaaSECRET" })
	void takesOutWhatIsSecret(String text) {
		assertFalse(Masking.text(text).contains("SECRET"), Masking.text(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "HostName=h;DeviceId=d;SharedAccessKey=SECRET", "SharedAccessSignature sr=h&sig=SECRET&se=1",
			"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ=", "device:a abcdefghijklmnopqrstuvwxyz+/CDEFGHIJKLMNOPQ= b",
			"abcdefghijklmnopqrstuvwxyz%2B%2FCDEFGHIJKLMNOPQ%3D", "{\"k\":\"abcdefghijklmnopqrstuvwxyz\\u002b\\/CDEFGHIJKLMNOPQ\\u003D\"}",
			"IOTHUB_KEY=abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ=", "HostName%3Dh%3BSharedAccessKey%3DSECRET" })
	void whatHasAKeyIsNotKept(String text) {
		assertFalse(Masking.mayBeKept(text), text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "sensor-*", "device:line-1 $.temperature > 30", "property:key=high", "application/json", "etag=AAAAAAAAAAE=",
			"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
			"my%20design%3Dlarge", "tags.design = 'sig'" })
	void anyOtherTextIsKept(String text) {
		assertTrue(Masking.mayBeKept(text), text);
	}

	@Test
	void leavesTheRestAsItIs() {
		assertEquals("{\"a\":1,\"primaryKey\":\"***\",\"b\":\"x\"}",
				Masking.text("{\"a\":1,\"primaryKey\":\"abc\",\"b\":\"x\"}"));
		assertEquals("HostName=h;SharedAccessKeyName=p;SharedAccessKey=***;x=1",
				Masking.text("HostName=h;SharedAccessKeyName=p;SharedAccessKey=abc=;x=1"));
		assertEquals("/devices/design%3D1", Masking.text("/devices/design%3D1"));
		String plain = "{\"primaryKey\":null,\"key\":\"shown\",\"primaryThumbprint\":\"ab\",\"design\":\"sig\"}";
		assertEquals(plain, Masking.text(plain));
	}

	@Test
	void masksHeadersThatCarrySecrets() {
		assertEquals("SharedAccessSignature sr=h&sig=***&se=1&skn=p",
				Masking.header("authorization", "SharedAccessSignature sr=h&sig=abc&se=1&skn=p"));
		assertEquals("Basic ***", Masking.header("Proxy-Authorization", "Basic abc"));
		assertEquals("***", Masking.header("Set-Cookie", "abc"));
		assertEquals("abc", Masking.header("ETag", "abc"));
	}

	@Test
	void takesNoLongerForTextMadeToBeSlow() {
		String text = "\"primaryKey\":\"" + "\\".repeat(200_000) + " ".repeat(200_000) + "sig=".repeat(50_000)
				+ "eyJ".repeat(100_000) + "-eyJ0".repeat(50_000) + " eyJ".repeat(50_000)
				+ " eyJ012345678.012345678" + ".".repeat(200_000);
		assertFalse(Masking.text(text).isEmpty());
	}
}
