// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.amqp.commands.CloudToDeviceMessage;
import iothubtools.amqp.commands.FeedbackMode;
import iothubtools.client.auth.AccessToken;
import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.PolicyRights;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.commands.Payload;
import iothubtools.client.errors.SignInException;
import iothubtools.client.names.ClientId;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.ConnectionKind;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.internal.azurecli.AzPlaces;
import iothubtools.core.internal.azurecli.AzureCli;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.SendCloudToDeviceOperation;
import iothubtools.core.operations.TestConnectionOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.tests.support.azurecli.StandInAz;
import iothubtools.tests.support.time.Eventually;

/**
 * Connections that are opened by a sign-in at Microsoft Entra ID: a hub that takes nothing else, and in place of the Azure CLI a program
 * that answers as it does.
 */
class EntraConnectionTest {

	private static final String AUDIENCE = "https://iothubs.azure.net";

	@RegisterExtension
	final HubFixture fixture = new HubFixture(settings -> settings.withEntra(true).withSharedKeys(false).withSampleDevices(1).withAmqpPort(0));
	private StandInAz az;
	private HubConnection connection;

	@BeforeEach
	void prepare(@TempDir Path folder) throws Exception {
		az = new StandInAz(folder.resolve("azure cli"));
		fixture.cores.preferences.put(IotHubCore.AZURE_CLI, az.program().toString());
		connection = connection("");
	}

	private HubConnection connection(String tenant) {
		return HubConnection.create("Plant", HubHost.parse(fixture.hub().hostName()), new ConnectionKind.Entra(tenant))
				.withCaCertificate(fixture.hub().caCertificate().toString());
	}

	private HubStatus failure() {
		CoreException failure = assertThrows(CoreException.class, () -> fixture.cores.core.operations()
				.run(new GetDeviceOperation(connection, "sensor-0001"), new NullProgressMonitor()));
		return (HubStatus) failure.getStatus();
	}

	@Test
	void opensAHubWithoutAKeyAndAsksForATokenOnce() throws Exception {
		String token = az.signIn(fixture.hub(), "data-reader");
		fixture.cores.core.connections().saveWithoutKey(connection);
		for (int i = 0; i < 3; i++) {
			assertEquals("sensor-0001", fixture.cores.core.operations()
					.run(new GetDeviceOperation(connection, "sensor-0001"), new NullProgressMonitor()).deviceId());
		}
		assertEquals(List.of("account get-access-token --resource " + AUDIENCE + " --output json"),
				az.calls().stream().map(String::strip).toList());
		assertFalse(fixture.cores.preferencesOnDisk().contains(token));
		assertFalse(Files.readString(fixture.cores.secretFile).contains(connection.id()));
	}

	@ParameterizedTest
	@CsvSource({ "data-contributor, DONE", "data-reader, FAILED" })
	void overAmqpItSendsToDevicesIfItsRoleAllowsThat(String client, Result result) throws Exception {
		az.signIn(fixture.hub(), client);
		fixture.cores.core.connections().saveWithoutKey(connection);
		fixture.cores.preferences.node("connections/" + connection.id()).putInt("amqpPort", fixture.hub().amqpPort());
		CloudToDeviceMessage message = new CloudToDeviceMessage(ClientId.device("sensor-0001"), new Payload("on".getBytes(StandardCharsets.UTF_8)), "m-1", null,
				null, null, FeedbackMode.NONE, "text/plain", "utf-8", Map.of());
		TaskOutcome outcome = fixture.cores.core.operations().run(new SendCloudToDeviceOperation(connection, List.of(message)), new NullProgressMonitor());
		assertEquals(List.of("sensor-0001"), outcome.ids(result), outcome.toString());
	}

	@Test
	void aTestTellsWhatTheRoleAllows() throws Exception {
		az.signIn(fixture.hub(), "twin-contributor");
		assertEquals(new PolicyRights(false, false, true), fixture.cores.core.operations()
				.runAlone(new TestConnectionOperation(connection), new NullProgressMonitor()));
	}

	@Test
	void theTenantIsKeptAndAskedFor() throws Exception {
		connection = connection("contoso.onmicrosoft.com");
		az.signIn(fixture.hub(), "data-reader");
		fixture.cores.core.connections().saveWithoutKey(connection);
		assertEquals(connection, fixture.cores.core.connections().find(connection.id()));
		fixture.cores.core.operations().run(new GetDeviceOperation(connection, "sensor-0001"), new NullProgressMonitor());
		assertTrue(az.calls().get(0).strip().endsWith(" --tenant contoso.onmicrosoft.com"), az.calls().toString());
	}

	@Test
	void aPolicyThatBecomesASignInLosesItsKeyAndBack() throws Exception {
		HubConnection policy = fixture.connection;
		HubConnection signIn = new HubConnection(policy.id(), policy.name(), policy.host(), new ConnectionKind.Entra(""), "");
		fixture.cores.core.connections().saveWithoutKey(signIn);
		assertEquals(signIn, fixture.cores.core.connections().find(policy.id()));
		assertFalse(Files.readString(fixture.cores.secretFile).contains(policy.id()));
		fixture.cores.core.connections().save(policy, SharedAccessKey.generate());
		assertEquals(policy, fixture.cores.core.connections().find(policy.id()));
	}

	@Test
	void aKindOfALaterVersionIsLeftAlone() throws Exception {
		fixture.cores.core.connections().saveWithoutKey(connection);
		fixture.cores.preferences.node("connections").node(connection.id()).put("kind", "later");
		assertEquals(List.of(fixture.connection), fixture.cores.core.connections().all());
		assertEquals("later", fixture.cores.preferences.node("connections").node(connection.id()).get("kind", ""));
	}

	@Test
	void aMissingRoleSaysWhatToAskFor() throws Exception {
		az.signIn(fixture.hub(), "without-role");
		HubStatus status = failure();
		assertEquals(HubStatusCode.NO_ROLE, status.hubCode());
		assertTrue(status.getMessage().contains("IoT Hub Data Contributor") && status.getMessage().contains("Principal without-role"),
				status.getMessage());
	}

	@Test
	void aTokenThatTheHubDoesNotTakeIsToldAsThat() throws Exception {
		az.print("{\"accessToken\": \"not-of-this-hub\", \"expires_on\": " + Instant.now().plusSeconds(3600).getEpochSecond() + "}");
		HubStatus status = failure();
		assertEquals(HubStatusCode.TOKEN_REFUSED, status.hubCode());
		assertFalse(text(status).contains("not-of-this-hub"), text(status));
		assertEquals(2, az.calls().size());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
			"ERROR: Please run 'az login' to setup account. | NOT_SIGNED_IN | \"az login --tenant t-1\"",
			"ERROR: AADSTS700082: The refresh token has expired. To re-authenticate, please run: az login --scope x/.default | NOT_SIGNED_IN | expired",
			"ERROR: AADSTS90002: Tenant 't-1' not found. Run az login | WRONG_TENANT | Tenant 't-1' not found",
			"ERROR: AADSTS50020: User account does not exist in tenant | WRONG_TENANT | AADSTS50020",
			"ERROR: The command failed with an unexpected error. | SIGN_IN_FAILED | unexpected error",
			"Traceback: something | SIGN_IN_FAILED | Traceback" })
	void whatTheAzureCliSaysIsToldInOurWords(String error, HubStatusCode code, String said) throws Exception {
		connection = connection("t-1");
		az.fail(error);
		HubStatus status = failure();
		assertEquals(code, status.hubCode());
		assertTrue(status.getMessage().contains(said), status.getMessage());
		assertFalse(status.getMessage().contains("WARNING"), status.getMessage());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "no JSON: eyJhbGciOiJSUzI1NiJ9.secret", "{\"accessToken\": \"eyJhbGciOiJSUzI1NiJ9.secret\"}",
			"{\"accessToken\": \"eyJhbGciOiJSUzI1NiJ9.secret\", \"expires_on\": \"eyJhbGciOiJSUzI1NiJ9.secret\"}",
			"[\"eyJhbGciOiJSUzI1NiJ9.secret\"]", "{\"accessToken\": {\"eyJhbGciOiJSUzI1NiJ9.secret\": 1}, \"expires_on\": 1}" })
	void whatIsNoReplyIsNotRepeated(String reply) throws Exception {
		az.print(reply);
		HubStatus status = failure();
		assertEquals(HubStatusCode.SIGN_IN_FAILED, status.hubCode());
		assertFalse(text(status).contains("secret"), text(status));
	}

	private static String text(HubStatus status) {
		StringWriter text = new StringWriter();
		status.getException().printStackTrace(new PrintWriter(text));
		return status.getMessage() + text;
	}

	@Test
	void withoutAnAzureCliItSaysWhatToDo(@TempDir Path empty) {
		fixture.cores.preferences.put(IotHubCore.AZURE_CLI, empty.resolve("az").toString());
		HubStatus status = failure();
		assertEquals(HubStatusCode.AZURE_CLI_MISSING, status.hubCode());
		assertTrue(status.getMessage().contains("az login") && status.getMessage().contains("Install"), status.getMessage());
	}

	@Test
	void itIsFoundOnThePath(@TempDir Path empty) {
		String path = empty + File.pathSeparator + "relative" + File.pathSeparator + File.pathSeparator + az.program().getParent();
		assertEquals(az.program(), AzPlaces.find("", Map.of("Path", path)));
		assertEquals(az.program(), AzPlaces.find(az.program().toString(), Map.of()));
	}

	@Test
	void anOlderAzureCliTellsLocalTime() throws Exception {
		az.print("{\"accessToken\": \"a-token\", \"expiresOn\": \"2026-07-01 12:00:00.123456\"}");
		AccessToken token = new AzureCli(az::program, "").request(AUDIENCE).get(30, TimeUnit.SECONDS);
		assertEquals("2026-07-01T12:00:00.123456", token.expiry().atZone(ZoneId.systemDefault()).toLocalDateTime().toString());
	}

	@Test
	void whoCancelsEndsTheAzureCliAndWhatItStarted() throws Exception {
		az.stall();
		Set<ProcessHandle> before = descendants();
		CompletableFuture<AccessToken> token = new AzureCli(az::program, "").request(AUDIENCE);
		Set<ProcessHandle> running = started(before);
		token.cancel(true);
		for (ProcessHandle process : running) {
			process.onExit().get(10, TimeUnit.SECONDS);
		}
	}

	@Test
	void anAzureCliThatDoesNotEndIsEnded() throws Exception {
		az.stall();
		Set<ProcessHandle> before = descendants();
		CompletableFuture<AccessToken> token = new AzureCli(az::program, "", Duration.ofSeconds(2)).request(AUDIENCE);
		Set<ProcessHandle> running = started(before);
		ExecutionException failure = assertThrows(ExecutionException.class, () -> token.get(30, TimeUnit.SECONDS));
		assertEquals(SignInException.Kind.TIMEOUT, ((SignInException) failure.getCause()).kind());
		for (ProcessHandle process : running) {
			process.onExit().get(10, TimeUnit.SECONDS);
		}
	}

	/** The stand-in and what it waits for, which is a process of its own. */
	private static Set<ProcessHandle> started(Set<ProcessHandle> before) {
		return Eventually.get("it was started", () -> {
			Set<ProcessHandle> started = descendants();
			started.removeAll(before);
			return started;
		}, started -> started.size() >= 2);
	}

	private static Set<ProcessHandle> descendants() {
		return ProcessHandle.current().descendants().collect(Collectors.toCollection(HashSet::new));
	}
}
