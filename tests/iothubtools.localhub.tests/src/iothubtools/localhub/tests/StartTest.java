// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.localhub.LocalHub;
import iothubtools.localhub.settings.LocalHubException;
import iothubtools.localhub.settings.LocalHubSettings;
import iothubtools.tests.support.hub.CertificateFile;

/** Starting and stopping, as a library and as a program. */
@Timeout(60)
class StartTest {

	@TempDir
	Path data;

	@Test
	void aHubTellsHowToReachIt() throws Exception {
		try (LocalHub hub = LocalHub.start(LocalHubSettings.in(data).withSampleDevices(3))) {
			String host = "127.0.0.1:" + hub.port();
			assertEquals(host, hub.hostName());
			assertEquals("https://" + host, hub.uri().toString());
			assertEquals(Set.of("iothubowner", "service", "device", "registryRead", "registryReadWrite"), hub.policies());
			assertTrue(hub.serviceConnectionString()
					.startsWith("HostName=" + host + ";SharedAccessKeyName=iothubowner;SharedAccessKey="));
			assertTrue(hub.connectionString("service").contains(";SharedAccessKeyName=service;"));
			assertThrows(IllegalArgumentException.class, () -> hub.connectionString("nobody"));
			assertTrue(hub.deviceConnectionString("sensor-0001")
					.startsWith("HostName=" + host + ";DeviceId=sensor-0001;SharedAccessKey="));
			assertNull(hub.deviceConnectionString("nobody"));
			assertNull(hub.deviceConnectionString("sensor-0003"), "it has a certificate");
			assertEquals(List.of(), hub.receivedMessages("nobody"));
			hub.close();
		}
	}

	@Test
	void noPortIsOpenToTheNetwork() throws Exception {
		try (LocalHub hub = LocalHub.start(LocalHubSettings.in(data))) {
			List<InetAddress> addresses = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
					.toList();
			for (InetAddress address : addresses) {
				for (int port : List.of(hub.port(), hub.mqttPort())) {
					boolean loopback = address.isLoopbackAddress() && address instanceof Inet4Address;
					assertEquals(loopback, isOpen(address, port), address + " " + port);
				}
			}
		}
	}

	private static boolean isOpen(InetAddress address, int port) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(address, port), 2000);
			return true;
		} catch (IOException e) {
			return false;
		}
	}

	@Test
	void aClosedHubRefusesToAnswerInsteadOfNeverAnswering() throws Exception {
		LocalHub hub = LocalHub.start(LocalHubSettings.in(data).withSampleDevices(1));
		hub.close();
		hub.close();
		assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
			assertThrows(IllegalStateException.class, () -> hub.receivedMessages("sensor-0001"));
			assertThrows(IllegalStateException.class, () -> hub.deviceConnectionString("sensor-0001"));
		});
	}

	@Test
	void sampleDevicesHaveTheSameIdsInEveryLanguage() throws Exception {
		Locale before = Locale.getDefault();
		Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
		try (LocalHub hub = LocalHub.start(LocalHubSettings.in(data).withSampleDevices(1))) {
			assertNotNull(hub.deviceConnectionString("sensor-0001"));
		} finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void aPortInUseIsSaid() throws Exception {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			LocalHubSettings settings = LocalHubSettings.in(data).withPort(taken.getLocalPort());
			LocalHubException failure = assertThrows(LocalHubException.class, () -> LocalHub.start(settings));
			assertEquals("Cannot listen on 127.0.0.1 port " + taken.getLocalPort()
					+ ": the port is in use, choose another.", failure.getMessage());
		}
		LocalHub.start(LocalHubSettings.in(data)).close();
	}

	@Test
	void aDataDirectoryServesOneHubAtATime() throws Exception {
		try (LocalHub hub = LocalHub.start(LocalHubSettings.in(data))) {
			assertNotNull(hub);
			LocalHubException failure = assertThrows(LocalHubException.class,
					() -> LocalHub.start(LocalHubSettings.in(data)));
			assertTrue(failure.getMessage().endsWith("is in use by another local hub."), failure.getMessage());
		}
	}

	@Test
	void anUnusableDataDirectoryIsSaid() throws Exception {
		Path file = Files.createFile(data.resolve("file"));
		LocalHubException failure = assertThrows(LocalHubException.class,
				() -> LocalHub.start(LocalHubSettings.in(file.resolve("below"))));
		assertTrue(failure.getMessage().startsWith("The data directory "), failure.getMessage());
		failure = assertThrows(LocalHubException.class, () -> LocalHub.start(LocalHubSettings.in(file)));
		assertEquals("The data directory " + file + " cannot be used: " + file + " is a file, not a directory. Choose another.",
				failure.getMessage());
		Files.write(data.resolve("hub.mv.db"), new byte[20_000]);
		failure = assertThrows(LocalHubException.class, () -> LocalHub.start(LocalHubSettings.in(data)));
		assertTrue(failure.getMessage().contains("hub.mv.db cannot be opened"), failure.getMessage());
	}

	@Test
	void anUnknownHostIsSaid() {
		LocalHubException failure = assertThrows(LocalHubException.class,
				() -> LocalHub.start(LocalHubSettings.in(data).withHost("no such host")));
		assertEquals("The host no such host is not known.", failure.getMessage());
	}

	@Test
	void settingsRefuseWhatCannotBe() {
		LocalHubSettings settings = LocalHubSettings.in(data);
		assertThrows(IllegalArgumentException.class, () -> settings.withPort(65536));
		assertThrows(IllegalArgumentException.class, () -> settings.withPort(-1));
		assertThrows(IllegalArgumentException.class, () -> settings.withHost(" "));
		assertThrows(IllegalArgumentException.class, () -> settings.withSampleDevices(-1));
	}

	@Test
	void sampleDevicesAreMadeOnlyWhereMissing() throws Exception {
		String first;
		try (TestHub hub = TestHub.start(data, settings -> settings.withSampleDevices(10))) {
			first = hub.call("GET", "/devices/sensor-0001", null).body();
			hub.call("DELETE", "/devices/sensor-0002", null, "If-Match", "*").expect(204);
		}
		try (TestHub hub = TestHub.start(data, settings -> settings.withSampleDevices(12))) {
			assertEquals(first, hub.call("GET", "/devices/sensor-0001", null).body());
			hub.call("GET", "/devices/sensor-0002", null).expect(200);
			assertEquals(12, hub.call("GET", "/devices", null).array().size());
		}
	}

	@Test
	void theProgramPrintsHowToReachItServesAndStopsCleanly() throws Exception {
		Path directory = data.resolve("program");
		try (ForkedHub hub = ForkedHub.start("--port", "0", "--data", directory.toString(), "--devices", "4")) {
			String service = hub.printed("Service connection string:");
			assertTrue(hub.printed("Device connection string:").contains(";DeviceId=sensor-0001;SharedAccessKey="));
			Path ca = Path.of(hub.printed("CA certificate:"));
			String host = Tokens.field(service, "HostName");
			HttpRequest request = HttpRequest.newBuilder(URI.create("https://" + host + "/statistics/devices" + TestHub.VERSION))
					.header("Authorization", Tokens.of(service, Tokens.encoded(host))).build();
			HttpClient client = HttpClient.newBuilder().sslContext(new CertificateFile(ca).trusted()).build();
			assertTrue(client.send(request, BodyHandlers.ofString()).body().startsWith("{\"totalDeviceCount\":4,"));
			hub.process.destroy();
			assertTrue(hub.process.waitFor(20, TimeUnit.SECONDS));
		}
		LocalHub.start(LocalHubSettings.in(directory)).close();
	}

	@Test
	void aNameOfAzureThatTheHostsFileLeadsHereStandsForAllThreeThatSuchAHubHas() throws Exception {
		Path hosts = Files.writeString(data.resolve("hosts"), "127.0.0.1 myhub.azure-devices.net\n");
		try (ForkedHub hub = ForkedHub.start(Map.of("JAVA_TOOL_OPTIONS", "-Djdk.net.hosts.file=" + hosts), "--host",
				"myhub.azure-devices.net", "--port", "0", "--data", data.resolve("hub").toString())) {
			String service = hub.printed("Service connection string:");
			String host = Tokens.field(service, "HostName");
			assertTrue(host.startsWith("myhub.azure-devices.net:"), host);
			int port = Integer.parseInt(host.substring(host.indexOf(':') + 1));
			Path ca = Path.of(hub.printed("CA certificate:"));
			HttpClient client = HttpClient.newBuilder().sslContext(new CertificateFile(ca).trusted()).build();
			for (String name : List.of("myhub.azure-devices.net", "myhub.service.azure-devices.net", "myhub.device.azure-devices.net")) {
				CertificateTest.served(ca, port, name);
				HttpRequest request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + "/statistics/devices" + TestHub.VERSION))
						.header("Authorization", Tokens.of(service, name)).build();
				assertEquals(200, client.send(request, BodyHandlers.ofString()).statusCode(), name);
			}
			HttpRequest request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + "/statistics/devices" + TestHub.VERSION))
					.header("Authorization", Tokens.of(service, "other.device.azure-devices.net")).build();
			assertEquals(401, client.send(request, BodyHandlers.ofString()).statusCode());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "XDG_DATA_HOME", "LOCALAPPDATA" })
	void withoutADirectoryItsDataGoesWhereTheSystemKeepsAPersonsData(String variable) throws Exception {
		try (ForkedHub hub = ForkedHub.start(Map.of(variable, data.toString()), "--port", "0")) {
			assertEquals(data.resolve("iothubtools").resolve("localhub"), Path.of(hub.printed("Data directory:")));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "--port", "--port x", "--port 70000", "--devices -5", "--nonsense", "--host --port", "--host no..such" })
	void wrongArgumentsAreOneLineAndExitTwo(String arguments) throws Exception {
		try (ForkedHub hub = ForkedHub.start((arguments + " --data " + data).split(" "))) {
			assertEquals(2, hub.waitFor());
			assertEquals(1, hub.output.size(), hub.output.toString());
		}
	}

	@Test
	void aPortInUseIsOneLineAndExitTwo() throws Exception {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
				ForkedHub hub = ForkedHub.start("--port", Integer.toString(taken.getLocalPort()), "--data", data.toString())) {
			assertEquals(2, hub.waitFor());
			assertEquals(1, hub.output.size(), hub.output.toString());
			assertTrue(hub.output.get(0).contains("the port is in use"), hub.output.get(0));
		}
	}
}
