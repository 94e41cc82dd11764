// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.variables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.stream.Collectors;
import java.util.Objects;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.variables.IDynamicVariable;
import org.eclipse.core.variables.IStringVariableManager;
import org.eclipse.core.variables.VariablesPlugin;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.IotHubClient;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.KeySlot;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.auth.SharedAccessSignature;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.CertificateAuthority;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.exchange.HttpExchange;
import iothubtools.core.IotHubCore;
import iothubtools.core.connections.CaCertificates;
import iothubtools.core.connections.SecretStoreException;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.core.operations.HubJob;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.NoErrorsLogged;
import iothubtools.ui.tests.support.SilentServer;

/** What the variables give a launch, and what they say where they have nothing to give. */
class HubVariablesTest {

	@RegisterExtension
	final NoErrorsLogged log = new NoErrorsLogged();

	@RegisterExtension
	final HubFixture hub = new HubFixture("Plant 1/Line A");

	private final IStringVariableManager variables = VariablesPlugin.getDefault().getStringVariableManager();
	private final List<HubConnection> others = new ArrayList<>();
	private DeviceIdentity device;

	@BeforeEach
	void createADevice() throws CoreException {
		device = hub.create("d1");
	}

	@AfterEach
	void forgetOthers() throws Exception {
		for (HubConnection other : others) {
			HubFixture.forget(other.id());
		}
		Job.getJobManager().join(HubJob.FAMILY, null);
	}

	private String value(String variable) throws CoreException {
		return variables.performStringSubstitution("${" + variable + "}");
	}

	private String reason(String variable) {
		CoreException refused = assertThrows(CoreException.class, () -> value(variable));
		assertTrue(refused.getMessage().startsWith("${" + variable + "} has no value. "), refused.getMessage());
		return refused.getMessage().substring(("${" + variable + "} has no value. ").length());
	}

	private HubConnection other(String name, String policy) throws SecretStoreException {
		HubConnection connection = HubFixture.connect(hub.hub(), name, policy);
		others.add(connection);
		return connection;
	}

	private IotHubClient owner(HubConnectionString string) throws Exception {
		return IotHubClient.builder(string).trust(CaCertificates.load(hub.hub().caCertificate().toString())).build();
	}

	private void createModule() throws Exception {
		try (IotHubClient owner = owner(HubConnectionString.parse(hub.hub().connectionString("iothubowner")))) {
			owner.modules().create(ModuleIdentity.of("d1", "camera")).await(new Cancellation());
		}
	}

	@Test
	void aDeviceAModuleAndAHubHaveTheirConnectionStrings() throws Exception {
		createModule();
		assertEquals(hub.hub().deviceConnectionString("d1"), value("iothub_connection_string:Plant 1/Line A/d1"));
		assertTrue(value("iothub_connection_string:Plant 1/Line A/d1/camera").contains(";DeviceId=d1;ModuleId=camera;SharedAccessKey="));
		assertEquals(hub.hub().connectionString("iothubowner"), value("iothub_connection_string:Plant 1/Line A"));
	}

	@Test
	void aConnectionStringInPlaceOfANameIsRefusedWithoutItsKeyBeingTold() {
		String own = hub.hub().connectionString("iothubowner");
		for (String string : List.of(own, own.replaceAll("SharedAccessKey=.*", "SharedAccessKey=" + "aBcDeFgH/iJkLmNoPqR/".repeat(2) + "stU="))) {
			refusedWithoutItsKey(string);
		}
	}

	/** As it is copied from the Azure portal, or from a URL. */
	@Test
	void aKeyInPlaceOfADeviceIsRefusedWithoutBeingToldAndNeverSentToTheHub() throws Exception {
		String key = "aBcDeFgH/iJkLmNoPqR+".repeat(2) + "stU=";
		List<String> asked = new CopyOnWriteArrayList<>();
		BiConsumer<HubConnection, HttpExchange> listener = (connection, exchange) -> asked.add(exchange.target());
		IotHubCore.get().exchanges().addListener(listener);
		try {
			for (String form : List.of(key, key.replace('/', 'x'), "SharedAccessKey = " + key, URLEncoder.encode(key, StandardCharsets.UTF_8),
					URLEncoder.encode("HostName=h;DeviceId=d1;SharedAccessKey=" + key, StandardCharsets.UTF_8))) {
				refusedWithout(form, "iJkLmNoPqR", "aBcDeFgH");
			}
		} finally {
			IotHubCore.get().exchanges().removeListener(listener);
		}
		assertEquals(List.of(), asked.stream().filter(target -> target.startsWith("/devices/")).toList());
	}

	private void refusedWithoutItsKey(String string) {
		String key = string.substring(string.indexOf("SharedAccessKey=") + "SharedAccessKey=".length());
		// of a key with slashes only a part may have been cut off
		refusedWithout(string, key.substring(0, 8), key.substring(key.length() - 12));
	}

	private void refusedWithout(String string, String... parts) {
		for (String variable : List.of("iothub_connection_string:", "iothub_sas_token:", "iothub_host:", "iothub_connection_string:Plant 1/Line A/")) {
			CoreException refused = assertThrows(CoreException.class, () -> value(variable + string));
			String told = Stream.iterate((Throwable) refused, Objects::nonNull, Throwable::getCause).map(Throwable::toString).collect(Collectors.joining());
			assertFalse(Stream.of(parts).anyMatch(told::contains), told);
			assertTrue(told.contains("holds a key or token"), told);
		}
	}

	/** So that a launch configuration can be shared with somebody who calls the hub otherwise. */
	@Test
	void aHubIsNamedByItsHostToo() throws Exception {
		assertEquals(hub.hub().deviceConnectionString("d1"), value("iothub_connection_string:" + hub.connection().host() + "/d1"));
	}

	@Test
	void theHostOfAHubAndOfTheDefaultHubIsTold() throws Exception {
		assertEquals(hub.connection().host().toString(), value("iothub_host:Plant 1/Line A"));
		IotHubCore.get().connections().makeDefault(hub.connection().id());
		assertEquals(hub.connection().host().toString(), value("iothub_host"));
	}

	@Test
	void aTokenIsGoodForAnHourOrAsLongAsItSays() throws Exception {
		assertToken(value("iothub_sas_token:Plant 1/Line A/d1"), Duration.ofHours(1));
		assertToken(value("iothub_sas_token:Plant 1/Line A/d1;30m"), Duration.ofMinutes(30));
		assertToken(value("iothub_sas_token:Plant 1/Line A/d1; 7d"), Duration.ofDays(7));
	}

	private void assertToken(String token, Duration life) {
		Instant expiry = Instant.ofEpochSecond(Long.parseLong(token.replaceFirst(".*&se=([0-9]+).*", "$1")));
		assertEquals(life.toMinutes(), Duration.between(Instant.now(), expiry).plusSeconds(30).toMinutes());
		assertEquals(device.connectionString(hub.connection().host(), KeySlot.PRIMARY).token(expiry).value(), token);
	}

	@Test
	void aTokenOfAHubOpensIt() throws Exception {
		String token = value("iothub_sas_token:Plant 1/Line A");
		try (IotHubClient client = owner(new HubConnectionString(hub.connection().host(), "iothubowner", SharedAccessSignature.parse(token)))) {
			assertEquals("d1", client.devices().get("d1").await(new Cancellation()).deviceId());
		}
	}

	@Test
	void whatIsWrittenWrongIsSaid() {
		assertTrue(reason("iothub_connection_string:Plant 2/d1").startsWith("No hub connection of this workspace has the name or host \"Plant 2\". There are: "));
		assertTrue(reason("iothub_host:Plant 2").contains("Plant 1/Line A"));
		assertEquals("The hub \"Plant 1/Line A\" has no device \"d2\".", reason("iothub_connection_string:Plant 1/Line A/d2"));
		assertEquals("The device \"d1\" of the hub \"Plant 1/Line A\" does not exist, or has no module \"camera\".",
				reason("iothub_sas_token:Plant 1/Line A/d1/camera"));
		assertEquals("\"Plant 1/Line A/\" is not of the form hub, hub/device or hub/device/module.",
				reason("iothub_connection_string:Plant 1/Line A/"));
		assertEquals("\"8x\" is no lifetime of a token: write 30m, 8h or 7d, at most 3650 days.", reason("iothub_sas_token:Plant 1/Line A/d1;8x"));
		assertTrue(reason("iothub_sas_token:Plant 1/Line A/d1;4000d").contains("at most 3650 days"));
	}

	@Test
	void aRightThatIsMissingIsNamed() throws Exception {
		other("Poor", "service");
		String reason = reason("iothub_connection_string:Poor/d1");
		assertTrue(reason.startsWith("The hub \"Poor\" refused the policy \"service\". "), reason);
		assertTrue(reason.contains("RegistryRead"), reason);
	}

	@Test
	void aDeviceWithACertificateHasAConnectionStringOrNoneButNoToken() throws Exception {
		IotHubCore.get().operations().run(new CreateDeviceOperation(hub.connection(),
				DeviceIdentity.builder("ca").authentication(new CertificateAuthority()).build()), new NullProgressMonitor());
		assertTrue(value("iothub_connection_string:Plant 1/Line A/ca").endsWith(";DeviceId=ca;x509=true"));
		assertEquals("\"ca\" opens with a certificate, so there is no key to sign a token with.", reason("iothub_sas_token:Plant 1/Line A/ca"));
	}

	/** The variable alone is written down; the process has the secret. */
	@Test
	void aLaunchHoldsTheVariableAndItsProcessTheSecret() throws Exception {
		ILaunchManager launches = DebugPlugin.getDefault().getLaunchManager();
		ILaunchConfigurationWorkingCopy copy = launches.getLaunchConfigurationType("org.eclipse.debug.core.groups.GroupLaunchConfigurationType")
				.newInstance(null, "Device");
		copy.setAttribute(ILaunchManager.ATTR_ENVIRONMENT_VARIABLES,
				Map.of("IOTHUB_DEVICE_CONNECTION_STRING", "${iothub_connection_string:Plant 1/Line A/d1}"));
		assertTrue(List.of(launches.getEnvironment(copy))
				.contains("IOTHUB_DEVICE_CONNECTION_STRING=" + hub.hub().deviceConnectionString("d1")));
		var saved = copy.doSave();
		try {
			String text = Files.readString(saved.getLocation().toFile().toPath());
			assertFalse(text.contains("SharedAccessKey"), text);
			assertTrue(text.contains("${iothub_connection_string:Plant 1/Line A/d1}"), text);
		} finally {
			saved.delete();
		}
	}

	@Test
	void eachVariableIsExplainedWhereItIsChosen() {
		for (String name : List.of("iothub_host", "iothub_connection_string", "iothub_sas_token")) {
			IDynamicVariable variable = variables.getDynamicVariable(name);
			assertNotNull(variable, name);
			assertTrue(variable.supportsArgument());
			assertTrue(variable.getDescription().contains("hub connection"), variable.getDescription());
		}
	}

	/** Some tabs of launch configurations ask on the UI thread. */
	@Test
	void theUiThreadGoesOnWhileAHubIsAskedAndCanEndIt() throws Exception {
		try (SilentServer silent = SilentServer.start()) {
			HubConnection connection = HubConnection.create("Silent", HubHost.parse(silent.host()), "iothubowner");
			IotHubCore.get().connections().save(connection, SharedAccessKey.generate());
			others.add(connection);
			int[] severity = { -1 };
			Ui.post(() -> {
				try {
					value("iothub_connection_string:Silent/d1");
				} catch (CoreException e) {
					severity[0] = e.getStatus().getSeverity();
				}
			});
			Scope.window("Progress Information").press("Cancel");
			Until.holds("it to end", () -> severity[0] == IStatus.CANCEL);
		}
	}

	@Test
	void aLaunchThatWaitsForAHubCanBeCancelled() throws Exception {
		try (SilentServer silent = SilentServer.start()) {
			HubConnection connection = HubConnection.create("Silent", HubHost.parse(silent.host()), "iothubowner");
			IotHubCore.get().connections().save(connection, SharedAccessKey.generate());
			others.add(connection);
			Thread canceller = new Thread(() -> {
				Until.holds("a call", () -> silent.calls() > 0);
				for (Job job : Job.getJobManager().find(HubJob.FAMILY)) {
					if (job.getName().contains("Silent/d1")) {
						job.cancel();
					}
				}
			}, "canceller");
			canceller.start();
			CoreException cancelled = assertThrows(CoreException.class, () -> value("iothub_connection_string:Silent/d1"));
			assertEquals(IStatus.CANCEL, cancelled.getStatus().getSeverity());
			canceller.join();
		}
	}
}
