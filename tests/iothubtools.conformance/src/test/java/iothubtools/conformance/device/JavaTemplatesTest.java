// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import com.microsoft.azure.sdk.iot.service.exceptions.IotHubException;
import com.microsoft.azure.sdk.iot.service.exceptions.IotHubNotFoundException;
import com.microsoft.azure.sdk.iot.service.methods.DirectMethodResponse;
import com.microsoft.azure.sdk.iot.service.methods.DirectMethodsClient;
import com.microsoft.azure.sdk.iot.service.twin.Twin;
import com.microsoft.azure.sdk.iot.service.twin.TwinClient;

import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.service.ServiceClients;
import iothubtools.tests.support.time.Eventually;

/** What the templates for Java write, as it stands, is compiled with the device SDK and runs as a device of the local hub. */
@Timeout(120)
class JavaTemplatesTest {

	@RegisterExtension
	static final HubUnderTest HUB = new HubUnderTest();

	private static final int TRIES = 3;
	/** Of each of them. */
	private static final Duration LIMIT = Duration.ofSeconds(20);
	private static final Pattern IMPORTS = Pattern.compile("\\$\\{:import\\(([^)]*)\\)}");
	private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

	@TempDir
	Path folder;

	private DeviceClients devices;
	private Process process;

	@BeforeEach
	void clients() {
		devices = new DeviceClients(HUB);
	}

	@Test
	void oneSendsAMessage() throws Exception {
		run("iotsend", devices.create("template-sends"), () -> !ReceivedMessage.of(HUB, "template-sends").isEmpty());
		ReceivedMessage received = ReceivedMessage.of(HUB, "template-sends").get(0);
		assertEquals("{\"temperature\": 21.5}", received.json().get("text").getAsString());
		assertEquals("application/json", received.json().getAsJsonObject("properties").get("content-type").getAsString());
	}

	@Test
	void oneReportsAPropertyAndHearsOfDesiredOnes() throws Exception {
		TwinClient service = new ServiceClients(HUB).twins();
		run("iottwin", devices.create("template-twin"), () -> "1.0.0".equals(service.get("template-twin").getReportedProperties().get("firmware")));
		Twin patch = new Twin("template-twin");
		patch.getDesiredProperties().put("interval", 7);
		service.patch(patch);
		Eventually.holds("the desired property", () -> said().contains("interval"));
	}

	@Test
	void oneAnswersAMethod() throws Exception {
		DirectMethodsClient service = new ServiceClients(HUB).methods();
		AtomicReference<DirectMethodResponse> response = new AtomicReference<>();
		run("iotmethod", devices.create("template-method"), () -> {
			response.set(answer(service));
			return response.get() != null;
		});
		assertEquals(200, response.get().getStatus());
		assertEquals("done", response.get().getPayload(String.class));
		Eventually.holds("what the device says of it", () -> said().contains("blink: "));
	}

	/** Null until the device has come so far. */
	private static DirectMethodResponse answer(DirectMethodsClient service) throws IOException {
		try {
			return service.invoke("template-method", "blink", Connected.options("3"));
		} catch (IotHubNotFoundException e) {
			return null;
		} catch (IotHubException e) {
			throw new AssertionError(e);
		}
	}

	/**
	 * Runs it until it has done something, which is looked for at the hub. The device SDK misses an acknowledgement that comes sooner than it looks for
	 * it, and then stands still: such a one is begun anew.
	 */
	private void run(String template, String connectionString, Eventually.Condition<Exception> done) throws Exception {
		for (int left = TRIES - 1; left >= 0; left--) {
			process = start(template, connectionString);
			try {
				Eventually.holds(template + " has done it", LIMIT, done);
				return;
			} catch (AssertionError e) {
				end();
				if (left == 0) {
					throw new AssertionError(said(), e);
				}
			}
		}
	}

	@AfterEach
	void end() throws Exception {
		if (process != null) {
			process.destroyForcibly().waitFor();
		}
	}

	private String said() throws IOException {
		return Files.readString(folder.resolve("said.txt"));
	}

	/** The launcher of the JDK compiles it. */
	private Process start(String template, String connectionString) throws Exception {
		Path source = Files.writeString(folder.resolve("Device.java"), source(pattern(template)));
		Path arguments = Files.writeString(folder.resolve("arguments"), Stream.of("javax.net.ssl.trustStore", "javax.net.ssl.trustStorePassword",
				"javax.net.ssl.trustStoreType").map(name -> "\"-D" + name + "=" + System.getProperty(name).replace("\\", "\\\\") + "\"\n")
				.collect(Collectors.joining()) + "-cp \"" + System.getProperty("java.class.path").replace("\\", "\\\\") + "\"\n");
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + arguments, source.toString())
				.redirectErrorStream(true).redirectOutput(folder.resolve("said.txt").toFile());
		builder.environment().put("IOTHUB_DEVICE_CONNECTION_STRING", connectionString);
		return builder.start();
	}

	/** Variables that the editor knows nothing of have their name as their value. */
	private static String source(String pattern) {
		String imports = IMPORTS.matcher(pattern).results().flatMap(found -> Stream.of(found.group(1).split(",")))
				.map(name -> "import " + name + ";\n").collect(Collectors.joining());
		String statements = IMPORTS.matcher(pattern).replaceAll("").replace("${cursor}", "");
		return imports + "public class Device {\npublic static void main(String[] args) throws Exception {\n"
				+ VARIABLE.matcher(statements).replaceAll("$1") + "}\n}\n";
	}

	private static String pattern(String name) throws Exception {
		Path file = Path.of(System.getProperty("iothubtools.root"), "bundles", "iothubtools.ui.editor", "templates", "java.xml");
		NodeList templates = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()).getElementsByTagName("template");
		return IntStream.range(0, templates.getLength()).mapToObj(i -> (Element) templates.item(i)).filter(each -> each.getAttribute("name").equals(name))
				.findFirst().orElseThrow().getTextContent();
	}
}
