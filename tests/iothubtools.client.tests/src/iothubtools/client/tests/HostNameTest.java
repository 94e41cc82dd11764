// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.client.IotHubClient;
import iothubtools.client.auth.ConnectionString;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.HubHost;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.client.tests.server.Request;
import iothubtools.client.tests.server.Response;
import iothubtools.client.tests.server.TestCertificates;
import iothubtools.client.tests.server.TestProxy;
import iothubtools.client.tests.server.TestServer;

/** The names that a hub at Azure has for the service's calls and for those of devices (contract §11). */
class HostNameTest {

	private final HubFixture fixture = new HubFixture();

	@ParameterizedTest
	@CsvSource({
			"myhub.azure-devices.net, myhub.azure-devices.net, myhub.azure-devices.net",
			"myhub.service.azure-devices.net, myhub.service.azure-devices.net, myhub.device.azure-devices.net",
			"myhub.device.azure-devices.net, myhub.service.azure-devices.net, myhub.device.azure-devices.net",
			"myhub.service.azure-devices.cn, myhub.service.azure-devices.cn, myhub.device.azure-devices.cn",
			"myhub.device.azure-devices.us, myhub.service.azure-devices.us, myhub.device.azure-devices.us" })
	void eachCallGoesToItsSideAndIsSignedForIt(String given, String service, String device, @TempDir Path directory)
			throws Exception {
		TestCertificates certificates = TestCertificates.create(directory, "dns:" + service + ",dns:" + device);
		try (TestServer server = TestServer.startTls(certificates.tls(), HostNameTest::answer);
				TestProxy proxy = TestProxy.leadingTo(server.host());
				IotHubClient client = fixture.client(connection(given).host()).plainHttp(false)
						.trust(List.of(certificates.certificate())).proxy(host -> proxy.as("", "")).build()) {
			assertEquals(given, client.host().toString());
			client.devices().get("d1").await(Cancellation.none());
			client.device("d1", TestKeys.OTHER).send(DeviceMessage.builder().build()).await(Cancellation.none());
			client.device("d1").send(DeviceMessage.builder().build()).await(Cancellation.none());
			client.module("d1", "m1", TestKeys.OTHER).send(DeviceMessage.builder().build()).await(Cancellation.none());
			assertEquals(Stream.of(service, device).distinct().map(name -> name + ":443").toList(),
					proxy.connects().stream().distinct().toList());
			assertEquals(List.of(service, device, device, device),
					server.requests().stream().map(request -> request.header("Host").replaceFirst(":443$", "")).toList());
			assertEquals(List.of(service, device + "/devices/d1", device, device + "/devices/d1/modules/m1"),
					server.requests().stream().map(HostNameTest::resource).toList());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "net", "cn", "us" })
	void aConnectionStringOfEachFormIsTakenWithoutAWarning(String cloud) {
		for (String side : List.of("", ".service", ".device")) {
			String host = "myhub" + side + ".azure-devices." + cloud;
			assertEquals("myhub", connection(host).host().hubName());
			assertNull(ConnectionString.warning(connection(host).format()));
		}
	}

	@Test
	void onlyNamesOfAzureHaveSides() {
		for (String name : List.of("127.0.0.1", "localhost", "edge.service.factory.test", "myhub.service.azure-devices.net.test",
				"service.azure-devices.net", "myhub.other.azure-devices.net")) {
			HubHost host = new HubHost(name, 8443);
			assertEquals(host, host.forDevices());
			assertEquals(host, host.forServices());
		}
		assertEquals(HubHost.parse("MyHub.device.Azure-Devices.net:8443"),
				HubHost.parse("MyHub.Service.Azure-Devices.net:8443").forDevices());
		assertEquals(HubHost.parse("myhub.device.privatelink.azure-devices.net"),
				HubHost.parse("myhub.service.privatelink.azure-devices.net").forDevices());
	}

	@Test
	void namesOfOneHubAreTold() {
		HubHost hub = HubHost.parse("myhub.azure-devices.net");
		for (String name : List.of("MyHub.azure-devices.NET", "myhub.service.azure-devices.net", "myhub.device.azure-devices.net",
				"myhub.privatelink.azure-devices.net", "myhub.service.privatelink.azure-devices.net")) {
			assertTrue(hub.isSameHub(HubHost.parse(name)) && HubHost.parse(name).isSameHub(hub), name);
		}
		for (String name : List.of("other.azure-devices.net", "myhub.azure-devices.cn", "myhub.azure-devices.net:8443",
				"myhub.other.azure-devices.net", "myhub.service.azure-devices.net.test")) {
			assertFalse(hub.isSameHub(HubHost.parse(name)), name);
		}
		assertTrue(HubHost.parse("127.0.0.1:8443").isSameHub(HubHost.parse("localhost:8443")));
		assertFalse(HubHost.parse("127.0.0.1:8443").isSameHub(HubHost.parse("localhost:8444")));
	}

	private static HubConnectionString connection(String host) {
		ConnectionString read = ConnectionString.parse("HostName=" + host + ";SharedAccessKeyName=iothubowner;SharedAccessKey="
				+ TestKeys.KEY.reveal());
		assertTrue(read instanceof HubConnectionString);
		return (HubConnectionString) read;
	}

	private static Response answer(Request request) {
		return request.method().equals("GET") ? Response.json(200, DeviceIdentityTest.CREATED) : Response.empty(204);
	}

	/** The resource that the token of a request is for. */
	private static String resource(Request request) {
		String token = request.header("Authorization");
		return URLDecoder.decode(token.substring(token.indexOf("sr=") + 3, token.indexOf("&sig=")), StandardCharsets.UTF_8)
				.replace("%2F", "/");
	}
}
