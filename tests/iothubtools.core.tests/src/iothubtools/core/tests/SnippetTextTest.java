// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.client.auth.HubHost;
import iothubtools.client.exchange.SentBody;
import iothubtools.core.hubs.ConnectionKind;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.snippets.CurlCommand;
import iothubtools.core.snippets.JavaProgram;
import iothubtools.core.snippets.SentCall;

/** How a call is written as a command and as code. */
class SnippetTextTest {

	private static final HubConnection HUB = HubConnection.create("Plant 1", HubHost.parse("plant.azure-devices.net"), "owner");
	private static final String TARGET = "/twins/d1?api-version=2021-04-12";
	private static final String TOKEN = "SharedAccessSignature sr=plant.azure-devices.net&sig=***&se=1767326645&skn=owner";

	@TempDir
	Path folder;

	@Test
	void aCommandSaysHowToComeByItsToken() {
		assertEquals("""
				: 'IOTHUB_SAS_TOKEN is a SAS token of Plant 1: \
				Copy > SAS Token\u2026 in the view IoT Hub, or ${iothub_sas_token:Plant 1} in a launch configuration'
				curl --globoff --path-as-is -X PATCH 'https://plant.azure-devices.net/twins/d1?api-version=2021-04-12' \\
				  -H "Authorization: $IOTHUB_SAS_TOKEN" \\
				  -H 'If-Match: "abc"' \\
				  -H 'Content-Type: application/json; charset=utf-8' \\
				  --data-raw '{"tags":{"note":"it'\\''s"}}'
				""", CurlCommand.of(call(HUB, TOKEN, body("{\"tags\":{\"note\":\"it's\"}}"))));
	}

	@Test
	void codeSaysHowToComeByItsToken() {
		assertEquals("""
				// IOTHUB_SAS_TOKEN is a SAS token of Plant 1: \
				Copy > SAS Token\u2026 in the view IoT Hub, or ${iothub_sas_token:Plant 1} in a launch configuration
				import java.net.URI;
				import java.net.http.HttpClient;
				import java.net.http.HttpRequest;
				import java.net.http.HttpResponse;

				public class IotHubCall {

					public static void main(String[] args) throws Exception {
						HttpClient client = HttpClient.newHttpClient();
						HttpRequest request = HttpRequest.newBuilder(URI.create("https://plant.azure-devices.net/twins/d1?api-version=2021-04-12"))
								.header("Authorization", System.getenv("IOTHUB_SAS_TOKEN"))
								.header("If-Match", "\\"abc\\"")
								.header("Content-Type", "application/json; charset=utf-8")
								.method("PATCH", HttpRequest.BodyPublishers.ofString("{\\"a\\":\\"\\u00e4\\n\\"}"))
								.build();
						HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
						System.out.println(response.statusCode());
						System.out.println(response.body());
					}
				}
				""", JavaProgram.of(call(HUB, TOKEN, body("{\"a\":\"\u00e4\n\"}"))));
	}

	/** The shell hands over each argument byte for byte. */
	@ParameterizedTest
	@ValueSource(strings = { "plain", "@file", "***", "", "it's", "''", "\"$HOME\" `id` $(id)", "a\\b\\\\c\\", "!! !x it's!",
			"one\ntwo\n", "one\r\ntwo\ttab 'q' \\ !", "one\u007ftwo",
			"\u00e4\u20ac\ud83d\ude00" })
	void aShellTakesABodyAsItIs(String body) throws Exception {
		assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash is not there");
		List<String> arguments = arguments(call(HUB, TOKEN, body(body)), Map.of("IOTHUB_SAS_TOKEN", "S r=%2f&sig='x'"));
		assertEquals(body, arguments.get(arguments.indexOf("--data-raw") + 1));
		assertTrue(arguments.contains("Authorization: S r=%2f&sig='x'"), arguments.toString());
	}

	/** As zsh unless told otherwise. */
	@Test
	void aShellThatTakesNoCommentsWhereItIsTypedIntoDoesNothingButTheCall() throws Exception {
		assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash is not there");
		SentCall call = call(HubConnection.create("It's > !!", HUB.host(), "owner"), TOKEN, new SentBody(100_000, List.of()));
		Path typed = Files.writeString(folder.resolve("typed"), "shopt -u interactive_comments\ncurl() { printf 'called'; }\n" + CurlCommand.of(call));
		Path said = folder.resolve("said");
		ProcessBuilder shell = new ProcessBuilder("/bin/bash", "--norc", "-i").directory(folder.toFile());
		shell.environment().putAll(Map.of("HISTFILE", "", "PS1", "", "PS2", ""));
		Process process = shell.redirectInput(typed.toFile()).redirectOutput(said.toFile()).redirectError(folder.resolve("shown").toFile()).start();
		assertTrue(process.waitFor(1, TimeUnit.MINUTES), "it does not end");
		assertEquals("called", Files.readString(said));
		assertFalse(Files.readString(folder.resolve("shown")).contains("not found"), () -> CurlCommand.of(call));
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(Set.of("typed", "said", "shown"), files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
		}
	}

	@Test
	void aTerminalTakesNothingOfABodyForAKey() {
		String command = CurlCommand.of(call(HUB, TOKEN, body("tab\tdel\u007f")));
		assertEquals(List.of(), command.chars().filter(c -> c < ' ' && c != '\n' || c == 0x7f).mapToObj(Integer::toHexString).toList());
	}

	@Test
	void eachSecretOfABodyIsAVariableOfItsOwn() throws Exception {
		assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash is not there");
		SentBody body = new SentBody(99,
				List.of("[{\"primaryKey\":\"", "\"},{\"primaryKey\":\"", "\",\"note\":\"***\",\"x\":\"", "\"}]"));
		SentCall call = call(HUB, TOKEN, body);
		List<String> arguments = arguments(call, Map.of("IOTHUB_SAS_TOKEN", "t",
				"IOTHUB_PRIMARY_KEY", "k/1=", "IOTHUB_PRIMARY_KEY_2", "k/2=", "IOTHUB_X", "s"));
		assertEquals("[{\"primaryKey\":\"k/1=\"},{\"primaryKey\":\"k/2=\",\"note\":\"***\",\"x\":\"s\"}]",
				arguments.get(arguments.indexOf("--data-raw") + 1));
		String names = "IOTHUB_PRIMARY_KEY, IOTHUB_PRIMARY_KEY_2, IOTHUB_X";
		assertTrue(CurlCommand.of(call).contains(": 'Keys are not copied, and are read from the environment: " + names + "'\n"), CurlCommand.of(call));
		assertTrue(JavaProgram.of(call).contains("// Keys are not copied, and are read from the environment: " + names + "\n"), JavaProgram.of(call));
	}

	@Test
	void aBodyThatIsNotKeptIsNotCopiedByHalf() {
		SentCall call = call(HUB, TOKEN, new SentBody(100_000, List.of()));
		assertTrue(CurlCommand.of(call).contains(": 'The body of 100,000 bytes is not copied, as it is long or no text: put it into the file body.json'\n"));
		assertTrue(CurlCommand.of(call).contains("--data-binary '@body.json'"), CurlCommand.of(call));
		assertTrue(JavaProgram.of(call).contains("BodyPublishers.ofFile(Path.of(\"body.json\"))"), JavaProgram.of(call));
		// more than a literal of Java may have
		SentCall wide = call(HUB, TOKEN, body("\u20ac".repeat(30_000)));
		assertTrue(JavaProgram.of(wide).contains("ofFile("), "a literal that no compiler takes");
		assertFalse(CurlCommand.of(wide).contains("\u20ac"), "half of it");
		// a literal has two of three bytes each for what UTF-8 has four
		SentCall smileys = call(HUB, TOKEN, body("\ud83d\ude00".repeat(15_000)));
		assertTrue(JavaProgram.of(smileys).contains("ofFile("), "a literal that no compiler takes");
	}

	@Test
	void theTokenOfADeviceIsThatOfTheDevice() {
		String sent = "SharedAccessSignature sr=plant.azure-devices.net%2Fdevices%2Fa%2527b%2Fmodules%2Fm1&sig=***&se=1767326645";
		String command = CurlCommand.of(call(HUB, sent, SentBody.NO_BODY));
		assertTrue(command.contains("IOTHUB_SAS_TOKEN is a SAS token of a'\\''b/m1: "), command);
		assertTrue(command.contains("${iothub_sas_token:Plant 1/a'\\''b/m1}"), command);
		assertFalse(command.contains("--data"), command);
	}

	@Test
	void whoSignsInHasAnAccessToken() {
		HubConnection hub = HubConnection.create("Plant 1", HubHost.parse("plant.azure-devices.cn"), new ConnectionKind.Policy("owner"));
		SentCall call = call(hub, "Bearer ***", SentBody.NO_BODY);
		assertTrue(CurlCommand.of(call).contains("-H \"Authorization: Bearer $IOTHUB_ACCESS_TOKEN\""), CurlCommand.of(call));
		assertTrue(CurlCommand.of(call).contains("--resource https://iothubs.chinacloudapi.cn "), CurlCommand.of(call));
		assertTrue(JavaProgram.of(call).contains(".header(\"Authorization\", \"Bearer \" + System.getenv(\"IOTHUB_ACCESS_TOKEN\"))"), JavaProgram.of(call));
	}

	@Test
	void aNameOfAHubEndsNoComment() {
		HubConnection hub = HubConnection.create("a\nrm -rf \\u000a }", HubHost.parse("plant.azure-devices.net"), "owner");
		SentCall call = call(hub, TOKEN, SentBody.NO_BODY);
		assertTrue(CurlCommand.of(call).lines().findFirst().orElse("").contains("of a rm -rf \\u000a }: "), CurlCommand.of(call));
		assertTrue(JavaProgram.of(call).lines().findFirst().orElse("").contains("of a rm -rf \\\\u000a }: "), JavaProgram.of(call));
		assertTrue(CurlCommand.of(call).contains("${iothub_sas_token:plant.azure-devices.net}"), CurlCommand.of(call));
	}

	@Test
	void aFileOfCertificatesIsNamed() {
		SentCall call = call(HUB.withCaCertificate("/home/o'neil/ca.pem"), TOKEN, SentBody.NO_BODY);
		assertTrue(CurlCommand.of(call).endsWith(" \\\n  --cacert '/home/o'\\''neil/ca.pem'\n"), CurlCommand.of(call));
		assertTrue(JavaProgram.of(call).contains("Files.newInputStream(Path.of(\"/home/o'neil/ca.pem\"))"), JavaProgram.of(call));
	}

	private static SentBody body(String text) {
		return new SentBody(text.getBytes(StandardCharsets.UTF_8).length, List.of(text));
	}

	private static SentCall call(HubConnection hub, String authorization, SentBody body) {
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("Host", hub.host().toString());
		headers.put("Authorization", authorization);
		headers.put("If-Match", "\"abc\"");
		if (body.isThere()) {
			headers.put("Content-Type", "application/json; charset=utf-8");
		}
		return new SentCall(hub, "PATCH", TARGET, headers, body);
	}

	/** What bash hands to curl. */
	private List<String> arguments(SentCall call, Map<String, String> environment) throws Exception {
		Path script = Files.writeString(folder.resolve("call.sh"), "curl() { printf '%s\\0' \"$@\"; }\n" + CurlCommand.of(call));
		Path out = folder.resolve("arguments");
		ProcessBuilder builder = new ProcessBuilder("/bin/bash", script.toString()).redirectOutput(out.toFile());
		builder.environment().putAll(environment);
		Process process = builder.start();
		assertTrue(process.waitFor(1, TimeUnit.MINUTES), "it does not end");
		return List.of(Files.readString(out).split("\0", -1));
	}
}
