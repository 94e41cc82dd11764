// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.TwinPatch;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.core.operations.DeleteDevicesOperation;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.GetTwinOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.PatchTwinOperation;
import iothubtools.core.snippets.CurlCommand;
import iothubtools.core.snippets.JavaProgram;
import iothubtools.core.snippets.SentCall;

/** What was said to a real local hub is said again, by curl and by a program of Java, with a token and keys that only the environment has. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SnippetsTest {

	/** All that a shell or a compiler could take for something else. */
	private static final String HOSTILE = "it's \"quoted\" \\ \\\\n \\u000a $HOME `id` $(id) !! !x # {a,b} %s 100% \u00e4\u20ac\ud83d\ude00 & ; | > *";
	private static final String PRIMARY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
	private static final String SECONDARY = "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=";

	@RegisterExtension
	final HubFixture fixture = new HubFixture();

	@TempDir
	Path folder;

	private final List<SentCall> calls = new CopyOnWriteArrayList<>();

	@BeforeEach
	void listen() {
		fixture.cores.core.exchanges().addListener((connection, exchange) -> calls.add(SentCall.of(connection, exchange)));
	}

	@Test
	void aChangeOfATwinIsMadeAgainByCurl() throws Exception {
		SentCall call = changeOfATwin();
		assertEquals("{}", tags());
		curl(call, Map.of());
		assertEquals("{\"t\":\"" + json(HOSTILE) + "\"}", tags());
	}

	@Test
	void aChangeOfATwinIsMadeAgainByJava() throws Exception {
		SentCall call = changeOfATwin();
		assertEquals("{}", tags());
		assertTrue(java(call, Map.of()).startsWith("200"));
		assertEquals("{\"t\":\"" + json(HOSTILE) + "\"}", tags());
	}

	@Test
	void aDeviceIsMadeAgainByCurlWithKeysOfTheEnvironment() throws Exception {
		SentCall call = creation();
		curl(call, Map.of("IOTHUB_PRIMARY_KEY", SECONDARY, "IOTHUB_SECONDARY_KEY", PRIMARY));
		assertEquals(new SymmetricKeys(key(SECONDARY), key(PRIMARY)), run(new GetDeviceOperation(fixture.connection, "a'b!$c")).authentication());
	}

	@Test
	void aDeviceIsMadeAgainByJavaWithKeysOfTheEnvironment() throws Exception {
		SentCall call = creation();
		assertTrue(java(call, Map.of("IOTHUB_PRIMARY_KEY", SECONDARY, "IOTHUB_SECONDARY_KEY", PRIMARY)).startsWith("200"));
		assertEquals(new SymmetricKeys(key(SECONDARY), key(PRIMARY)), run(new GetDeviceOperation(fixture.connection, "a'b!$c")).authentication());
	}

	@Test
	void noKeyAndNoSignatureIsInEither() throws Exception {
		SentCall call = creation();
		for (String snippet : List.of(CurlCommand.of(call), JavaProgram.of(call))) {
			for (String secret : List.of(PRIMARY, SECONDARY, "sig=", "***", "SharedAccessSignature")) {
				assertFalse(snippet.contains(secret), secret + " in " + snippet);
			}
			assertTrue(snippet.contains("${iothub_sas_token:iothubowner}"), snippet);
			assertTrue(snippet.contains("/devices/a%27b%21%24c?api-version=20"), snippet);
		}
	}

	private SentCall changeOfATwin() throws CoreException {
		run(new CreateDeviceOperation(fixture.connection, DeviceIdentity.builder("d1").build()));
		run(new PatchTwinOperation(fixture.connection, run(new GetTwinOperation(fixture.connection, ClientId.device("d1"))),
				TwinPatch.ofTags("{\"t\":\"" + json(HOSTILE) + "\"}")));
		SentCall call = last();
		// made anew it has the etag that it had
		run(new DeleteDevicesOperation(fixture.connection, List.of("d1")));
		run(new CreateDeviceOperation(fixture.connection, DeviceIdentity.builder("d1").build()));
		return call;
	}

	private SentCall creation() throws Exception {
		run(new CreateDeviceOperation(fixture.connection,
				DeviceIdentity.builder("a'b!$c").authentication(new SymmetricKeys(key(PRIMARY), key(SECONDARY))).build()));
		SentCall call = last();
		run(new DeleteDevicesOperation(fixture.connection, List.of("a'b!$c")));
		return call;
	}

	private SentCall last() {
		return calls.get(calls.size() - 1);
	}

	private <T> T run(HubOperation<T> operation) throws CoreException {
		return fixture.cores.core.operations().run(operation, new NullProgressMonitor());
	}

	private String tags() throws CoreException {
		return run(new GetTwinOperation(fixture.connection, ClientId.device("d1"))).tags();
	}

	private static String json(String text) {
		return text.replace("\\", "\\\\").replace("\"", "\\\"");
	}

	private static SharedAccessKey key(String text) {
		return SharedAccessKey.parse(text);
	}

	private void curl(SentCall call, Map<String, String> keys) throws Exception {
		String path = System.getenv("PATH");
		assumeTrue(Stream.of("bash", "curl").allMatch(tool -> path != null
				&& Stream.of(path.split(File.pathSeparator)).anyMatch(in -> Files.isExecutable(Path.of(in, tool)))), "bash or curl is not there");
		Path script = Files.writeString(folder.resolve("call.sh"), CurlCommand.of(call));
		String said = said(List.of("bash", script.toString()), keys);
		assertFalse(said.contains("errorCode") || said.contains("curl:"), said);
	}

	private String java(SentCall call, Map<String, String> keys) throws Exception {
		Path program = Files.writeString(folder.resolve(JavaProgram.NAME + ".java"), JavaProgram.of(call));
		// the launcher compiles it with the compiler of the JDK
		return said(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), program.toString()), keys);
	}

	private String said(List<String> command, Map<String, String> keys) throws Exception {
		Path out = folder.resolve("said.txt");
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(out.toFile());
		builder.environment().keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
		builder.environment().putAll(keys);
		builder.environment().put("IOTHUB_SAS_TOKEN",
				fixture.cores.core.variables().sasToken("iothubowner", new NullProgressMonitor(), Cancellation.none()));
		Process process = builder.start();
		try {
			assertTrue(process.waitFor(1, TimeUnit.MINUTES), "it does not end");
		} finally {
			process.destroyForcibly();
		}
		return Files.readString(out);
	}
}
