// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.client.auth.ConnectionString;
import iothubtools.client.auth.DeviceConnectionString;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.ModuleConnectionString;
import iothubtools.client.auth.SharedAccessSignature;
import iothubtools.client.auth.X509Credential;
import iothubtools.client.errors.InvalidInputException;

/** Contract §1.1. */
class ConnectionStringTest {

	private static final String HOST = "HostName=myhub.azure-devices.net";
	private static final String KEY = "SharedAccessKey=" + TestKeys.TEXT;
	private static final String SIGNATURE = "SharedAccessSignature=SharedAccessSignature sr=h&sig=c2VjcmV0&se=1&skn=p";

	@Test
	void readsAHub() {
		HubConnectionString hub = assertInstanceOf(HubConnectionString.class,
				ConnectionString.parse(HOST + ";SharedAccessKeyName=iothubowner;" + KEY));

		assertEquals(new HubHost("myhub.azure-devices.net", 443), hub.host());
		assertEquals("myhub", hub.host().hubName());
		assertEquals("iothubowner", hub.policyName());
		assertEquals(TestKeys.KEY, hub.credential());
	}

	@Test
	void readsOnlyAHubWhereAHubIsWanted() {
		String hub = HOST + ";SharedAccessKeyName=iothubowner;" + KEY;
		assertEquals(ConnectionString.parse(hub), HubConnectionString.parse(hub));
		assertEquals("SharedAccessKeyName", assertThrows(InvalidInputException.class,
				() -> HubConnectionString.parse(HOST + ";DeviceId=dev-1;" + KEY)).field());
	}

	@ParameterizedTest
	@CsvSource({ "DeviceId=dev-1, DeviceId", "DeviceId=dev-1;ModuleId=m, DeviceId and ModuleId" })
	void readsAPolicysKeyWithADeviceBesideItAsAHubAndWarns(String ids, String leftOut) {
		String text = HOST + ";" + ids + ";SharedAccessKeyName=iothubowner;" + KEY;

		assertEquals(HOST + ";SharedAccessKeyName=iothubowner;" + KEY, HubConnectionString.parse(text).format());
		String warning = String.valueOf(ConnectionString.warning(text));
		assertTrue(warning.startsWith(leftOut + " left out"), warning);
		assertFalse(warning.contains(TestKeys.TEXT.substring(0, 8)), warning);
	}

	@Test
	void warnsOfIdsThatMakeTrouble() {
		assertNull(ConnectionString.warning(HOST + ";SharedAccessKeyName=iothubowner;" + KEY));
		assertNull(ConnectionString.warning(HOST + ";DeviceId=dev-1;ModuleId=m;" + KEY));
		assertTrue(String.valueOf(ConnectionString.warning(HOST + ";DeviceId=a%20b;" + KEY)).startsWith("DeviceId: "));
		assertTrue(String.valueOf(ConnectionString.warning(HOST + ";DeviceId=a;ModuleId=m?;" + KEY)).startsWith("ModuleId: "));
	}

	@Test
	void readsADeviceBehindAGateway() {
		DeviceConnectionString device = assertInstanceOf(DeviceConnectionString.class,
				ConnectionString.parse(HOST + ";DeviceId=dev-1;" + KEY + ";GatewayHostName=edge.local:8883"));

		assertEquals("dev-1", device.deviceId());
		assertEquals(new HubHost("edge.local", 8883), device.gateway());
	}

	@Test
	void readsAModuleWithACertificate() {
		ModuleConnectionString module = assertInstanceOf(ModuleConnectionString.class,
				ConnectionString.parse(HOST + ";DeviceId=dev-1;ModuleId=$edgeAgent;x509=true"));

		assertEquals("$edgeAgent", module.moduleId());
		assertEquals(new X509Credential(), module.credential());
	}

	@Test
	void readsATokenInPlaceOfAKey() {
		HubConnectionString hub = assertInstanceOf(HubConnectionString.class,
				ConnectionString.parse(HOST + ";SharedAccessKeyName=service;" + SIGNATURE));

		assertEquals("SharedAccessSignature sr=h&sig=c2VjcmV0&se=1&skn=p",
				assertInstanceOf(SharedAccessSignature.class, hub.credential()).reveal());
	}

	@Test
	void takesNamesInAnyCaseAndWritesThemExactly() {
		String text = "HOSTNAME=myhub.azure-devices.net;deviceid=Dev-1;sharedACCESSkey=" + TestKeys.TEXT;
		assertEquals(HOST + ";DeviceId=Dev-1;" + KEY, ConnectionString.parse(text).format());
	}

	@ParameterizedTest
	@ValueSource(strings = { "HostName=h.net;SharedAccessKeyName=a_b.c@d-e;SharedAccessKey=" + TestKeys.TEXT,
			"HostName=127.0.0.1:8443;SharedAccessKeyName=iothubowner;SharedAccessKey=" + TestKeys.OTHER_TEXT,
			"HostName=h.net;SharedAccessKeyName=p;" + SIGNATURE, "HostName=h.net;DeviceId=a=b%20+?#;x509=true",
			"HostName=h.net;DeviceId=d;ModuleId=m;SharedAccessKey=" + TestKeys.TEXT + ";GatewayHostName=edge.host" })
	void writesWhatItRead(String text) {
		assertEquals(text, ConnectionString.parse(text).format());
		assertEquals(text, ConnectionString.parse("  " + text + ";\n").format());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "ConnectionString|''", "ConnectionString|;", "ConnectionString|HostName",
			"ConnectionString|HostName=h.net;;DeviceId=d;K", "ConnectionString|HostName=h.net;Colour=red;K",
			"ConnectionString|Endpoint=sb://x.servicebus.windows.net/;EntityPath=e", "HostName|DeviceId=d;K",
			"HostName|HostName=;DeviceId=d;K", "HostName|HostName=https://h.net;DeviceId=d;K",
			"HostName|HostName=h.net/path;DeviceId=d;K", "HostName|HostName=h net;DeviceId=d;K",
			"HostName|HostName=h.net:0;DeviceId=d;K", "HostName|HostName=h.net:65536;DeviceId=d;K",
			"HostName|HostName=h.net:+443;DeviceId=d;K", "HostName|HostName=h.net:;DeviceId=d;K",
			"HostName|HostName=.h.net;DeviceId=d;K", "HostName|HostName=h.net;HostName=h.net;DeviceId=d;K",
			"HostName|HostName=h.net;hostname=g.net;DeviceId=d;K", "SharedAccessKeyName|HostName=h.net;K",
			"SharedAccessKeyName|HostName=h.net;SharedAccessKeyName=a b;K",
			"SharedAccessKey|HostName=h.net;DeviceId=d", "SharedAccessKey|HostName=h.net;SharedAccessKeyName=a",
			"SharedAccessSignature|HostName=h.net;DeviceId=d;K;S", "x509|HostName=h.net;DeviceId=d;K;x509=true",
			"x509|HostName=h.net;DeviceId=d;S;x509=true", "x509|HostName=h.net;DeviceId=d;x509=TRUE",
			"x509|HostName=h.net;SharedAccessKeyName=a;x509=true",
			"ModuleId|HostName=h.net;SharedAccessKeyName=a;ModuleId=m;K",
			"GatewayHostName|HostName=h.net;SharedAccessKeyName=a;K;GatewayHostName=g",
			"GatewayHostName|HostName=h.net;SharedAccessKeyName=a;DeviceId=d;K;GatewayHostName=g",
			"x509|HostName=h.net;SharedAccessKeyName=a;DeviceId=d;x509=true",
			"GatewayHostName|HostName=h.net;DeviceId=d;K;GatewayHostName=http://g", "DeviceId|HostName=h.net;DeviceId=a b;K",
			"ModuleId|HostName=h.net;DeviceId=d;ModuleId=a/b;K" })
	void namesThePartThatIsWrong(String field, String template) {
		String text = template.replaceFirst("K$", KEY).replace(";K;", ";" + KEY + ";").replaceFirst(";S(;|$)",
				";" + SIGNATURE.replace("$", "\\$") + "$1");
		InvalidInputException problem = assertThrows(InvalidInputException.class, () -> ConnectionString.parse(text));

		assertEquals(field, problem.field(), problem.getMessage());
		assertFalse(problem.getMessage().contains(TestKeys.TEXT.substring(0, 8)), problem.getMessage());
		assertFalse(problem.getMessage().contains("c2VjcmV0"), problem.getMessage());
	}

	@Test
	void neverRepeatsAKeyThatIsPastedAlone() {
		InvalidInputException problem = assertThrows(InvalidInputException.class,
				() -> ConnectionString.parse(TestKeys.TEXT));

		assertEquals("ConnectionString", problem.field());
		assertFalse(problem.getMessage().contains("AAEC"), problem.getMessage());
	}

	@Test
	void neverRepeatsAConnectionStringThatIsPastedAsAHost() {
		String pasted = KEY + ";HostName=https://h.net";
		InvalidInputException problem = assertThrows(InvalidInputException.class, () -> HubHost.parse(pasted));

		assertEquals("HostName", problem.field());
		assertFalse(problem.getMessage().contains(TestKeys.TEXT.substring(0, 8)), problem.getMessage());
		assertTrue(assertThrows(InvalidInputException.class, () -> HubHost.parse("mqtts://h.net")).reason()
				.endsWith("without mqtts://"));
	}

	@Test
	void refusesAPolicyNameOfMoreThan64Characters() {
		HubHost host = HubHost.parse("h.net");
		String longest = "a".repeat(64);
		assertEquals(longest, new HubConnectionString(host, longest, TestKeys.KEY).policyName());
		assertThrows(InvalidInputException.class, () -> new HubConnectionString(host, longest + "a", TestKeys.KEY));
	}

	@Test
	void refusesADeviceIdThatCannotBeWritten() {
		assertEquals("DeviceId", assertThrows(InvalidInputException.class,
				() -> new DeviceConnectionString(HubHost.parse("h.net"), "a;b", TestKeys.KEY, null)).field());
	}

	@ParameterizedTest
	@ValueSource(strings = { "SharedAccessKeyName=p;" + KEY, "SharedAccessKeyName=p;" + SIGNATURE, "DeviceId=d;" + KEY,
			"DeviceId=d;ModuleId=m;" + KEY })
	void masksItsText(String parts) {
		String text = ConnectionString.parse(HOST + ";" + parts).toString();

		assertFalse(text.contains("AAEC"), text);
		assertFalse(text.contains("c2VjcmV0"), text);
		assertEquals(HOST, text.substring(0, HOST.length()));
	}
}
