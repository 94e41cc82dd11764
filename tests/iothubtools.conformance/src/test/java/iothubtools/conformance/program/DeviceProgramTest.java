// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import com.microsoft.azure.sdk.iot.service.messaging.IotHubServiceClientProtocol;
import com.microsoft.azure.sdk.iot.service.messaging.Message;
import com.microsoft.azure.sdk.iot.service.messaging.MessagingClient;
import com.microsoft.azure.sdk.iot.service.messaging.MessagingClientOptions;
import com.microsoft.azure.sdk.iot.service.methods.DirectMethodRequestOptions;
import com.microsoft.azure.sdk.iot.service.methods.DirectMethodResponse;
import com.microsoft.azure.sdk.iot.service.methods.DirectMethodsClient;

import iothubtools.conformance.device.DeviceClients;
import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.service.ServiceClients;
import iothubtools.core.project.DeviceActivity;
import iothubtools.core.project.DeviceProgram;
import iothubtools.tests.support.time.Eventually;

/** The program that the wizard for projects writes is compiled for the device SDK and speaks with the local hub. */
@Timeout(120)
class DeviceProgramTest {

	private static final String DEVICE = "program";
	private static final int TIMEOUT_MILLIS = 20_000;
	private static final DirectMethodRequestOptions PATIENT = DirectMethodRequestOptions.builder().methodConnectTimeoutSeconds(10)
			.methodResponseTimeoutSeconds(10).build();
	private static final String REFUSED = "IOTHUB_DEVICE_CONNECTION_STRING is not the connection string of a device with a key.";

	@RegisterExtension
	static final HubUnderTest HUB = new HubUnderTest();

	@TempDir
	Path folder;

	private MadeProgram made(Set<DeviceActivity> does) throws Exception {
		return new MadeProgram(new DeviceProgram("program", "com.example.device", DEVICE, HUB.hostName(), "", does), folder);
	}

	private static Map<String, String> environment(String connectionString) {
		return Map.of("IOTHUB_DEVICE_CONNECTION_STRING", connectionString, "IOTHUB_CA_FILE", HUB.caCertificate().toString());
	}

	private static void awaitAtHub(String path, String text, MadeProgram program) throws Exception {
		Eventually.get(text + " at the hub of a program that printed " + program.printed(), () -> HUB.http().call("GET", path, "").body(),
				body -> body.contains(text));
	}

	@Test
	void connectsSendsAndAnswers() throws Exception {
		String connectionString = new DeviceClients(HUB).create(DEVICE);
		MadeProgram program = made(EnumSet.allOf(DeviceActivity.class));
		// a hub of the IDE has a port there
		Process process = program.start(environment(connectionString.replaceFirst(";", ":8443;")));
		try {
			// what the SDK prints of acknowledgements is lost where those come sooner than it looks for them
			awaitAtHub("/localhub/messages?max=10&deviceId=" + DEVICE, "temperature", program);
			awaitAtHub("/twins/" + DEVICE + "?api-version=2021-04-12", "\"started\"", program);
			DirectMethodsClient methods = new ServiceClients(HUB).methods();
			DirectMethodResponse answer = methods.invoke(DEVICE, "time", PATIENT);
			assertEquals(200, answer.getStatus());
			assertTrue(answer.getPayloadAsJsonString().contains("\"time\""), answer.getPayloadAsJsonString());
			assertEquals(404, methods.invoke(DEVICE, "dance", PATIENT).getStatus());
			send("hello");
			String printed = Eventually.get("the message to be received", program::printed, so -> so.contains("Received: hello"));
			String key = connectionString.replaceFirst(".*SharedAccessKey=", "");
			assertFalse(printed.contains(key), "the key is printed");
		} finally {
			process.destroyForcibly().waitFor();
		}
	}

	private static void send(String text) throws Exception {
		MessagingClient messages = new MessagingClient(HUB.connectionString(), IotHubServiceClientProtocol.AMQPS,
				MessagingClientOptions.builder().sslContext(HUB.tls()).build());
		messages.open(TIMEOUT_MILLIS);
		try {
			messages.send(DEVICE, new Message(text), TIMEOUT_MILLIS);
		} finally {
			messages.close(TIMEOUT_MILLIS);
		}
	}

	@Test
	void saysWhatIsMissingAndEnds() throws Exception {
		MadeProgram program = made(Set.of(DeviceActivity.TELEMETRY));
		assertEquals("Set the environment variable IOTHUB_DEVICE_CONNECTION_STRING to the connection string of the device program.",
				end(program, Map.of()));
		assertEquals(REFUSED, end(program, environment("HostName=" + HUB.hostName())));
		String unread = end(program, Map.of("IOTHUB_DEVICE_CONNECTION_STRING", "HostName=" + HUB.hostName() + ";DeviceId=d;SharedAccessKey=AAAA",
				"IOTHUB_CA_FILE", Files.writeString(folder.resolve("no.pem"), "").toString()));
		assertTrue(unread.startsWith("The file that IOTHUB_CA_FILE names cannot be used: "), unread);
	}

	@Test
	void saysThatTheHubRefusesIt() throws Exception {
		String refused = end(made(Set.of()), environment("HostName=" + HUB.hostName() + ";DeviceId=nobody;SharedAccessKey=AAECAwQFBgcICQoLDA0ODw=="));
		assertTrue(refused.contains("The device cannot connect: "), refused);
	}

	/** What it has printed when it has ended by itself, and not well. */
	private static String end(MadeProgram program, Map<String, String> environment) throws Exception {
		Process process = program.start(environment);
		try {
			assertTrue(process.waitFor(Eventually.LIMIT.toSeconds(), TimeUnit.SECONDS), "it goes on");
			assertEquals(1, process.exitValue());
			return program.printed().strip();
		} finally {
			process.destroyForcibly();
		}
	}
}
