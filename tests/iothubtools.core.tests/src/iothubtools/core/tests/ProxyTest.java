// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.eclipse.core.net.proxy.IProxyData;
import org.eclipse.core.net.proxy.IProxyService;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

import iothubtools.amqp.commands.CloudToDeviceMessage;
import iothubtools.amqp.telemetry.StartPosition;
import iothubtools.client.auth.HubHost;
import iothubtools.client.calls.HttpProxy;
import iothubtools.client.commands.Payload;
import iothubtools.client.names.ClientId;
import iothubtools.client.tests.server.TestProxy;
import iothubtools.core.internal.EclipseProxySource;
import iothubtools.core.operations.SendCloudToDeviceOperation;
import iothubtools.core.operations.StatisticsOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.core.telemetry.MessageBuffer;
import iothubtools.core.telemetry.MonitorSession;
import iothubtools.core.telemetry.MonitorSettings;
import iothubtools.core.telemetry.MonitorState;
import iothubtools.tests.support.time.Eventually;

/** The proxies of General > Network Connections reach the client. */
class ProxyTest {

	private final BundleContext context = FrameworkUtil.getBundle(ProxyTest.class).getBundleContext();
	private final ServiceTracker<IProxyService, IProxyService> tracker = new ServiceTracker<>(context,
			IProxyService.class, null);
	private IProxyService service;

	@BeforeEach
	void manualProxies() throws Exception {
		Platform.getBundle("org.eclipse.core.net").start();
		tracker.open();
		service = tracker.waitForService(5000);
		service.setSystemProxiesEnabled(false);
		service.setProxiesEnabled(true);
		service.setNonProxiedHosts(new String[0]);
	}

	@AfterEach
	void noProxies() throws Exception {
		IProxyData data = service.getProxyData(IProxyData.HTTPS_PROXY_TYPE);
		data.setHost(null);
		service.setProxyData(new IProxyData[] { data });
		service.setProxiesEnabled(false);
		tracker.close();
	}

	private void set() throws Exception {
		IProxyData data = service.getProxyData(IProxyData.HTTPS_PROXY_TYPE);
		data.setHost("proxy.example");
		data.setPort(3128);
		service.setProxyData(new IProxyData[] { data });
	}

	/** A working copy: setting it at the service would put the password into Secure Storage. */
	private IProxyData withUser(String host, int port, String password) {
		IProxyData data = service.getProxyData(IProxyData.HTTPS_PROXY_TYPE);
		data.setHost(host);
		data.setPort(port);
		data.setUserid("worker");
		data.setPassword(password);
		return data;
	}

	private HttpProxy proxyFor(String host) {
		return new EclipseProxySource(context).proxyFor(HubHost.parse(host));
	}

	@Test
	void theHttpsProxyIsUsed() throws Exception {
		set();
		HttpProxy proxy = proxyFor("plant.azure-devices.net");
		assertNotNull(proxy);
		assertEquals("proxy.example", proxy.host());
		assertEquals(3128, proxy.port());
		assertNull(proxy.user());
	}

	@Test
	void aProxyThatWantsAUserIsGivenHim() {
		HttpProxy proxy = EclipseProxySource.proxy(withUser("proxy.example", 3128, "secret of the proxy"));
		assertEquals("worker", proxy.user());
		assertEquals("secret of the proxy", proxy.password());
		assertFalse(proxy.toString().contains("secret of the proxy"));
	}

	@Test
	void anOperationGoesThroughTheProxyAsItsUser(@TempDir Path folder) throws Exception {
		try (TestProxy proxy = TestProxy.start("worker", "secret of the proxy");
				HubFixture fixture = behind(proxy, "secret of the proxy", folder)) {
			fixture.cores.core.operations().run(new StatisticsOperation(fixture.connection), new NullProgressMonitor());
			assertEquals(List.of(fixture.hub().hostName()), proxy.connects());
		}
	}

	@Test
	void aMessageToADeviceGoesThroughTheProxyAsItsUser(@TempDir Path folder) throws Exception {
		try (TestProxy proxy = TestProxy.start("worker", "secret of the proxy");
				HubFixture fixture = behind(proxy, "secret of the proxy", folder)) {
			CloudToDeviceMessage message = CloudToDeviceMessage.of(ClientId.device("nobody"), new Payload(new byte[1]));
			TaskOutcome outcome = fixture.cores.core.operations().run(new SendCloudToDeviceOperation(fixture.connection, List.of(message)),
					new NullProgressMonitor());
			assertEquals(HubStatusCode.NOT_FOUND, HubStatus.of(outcome.failures().get("nobody"), fixture.connection).hubCode());
			assertEquals(fixture.hub().hostName(), proxy.connects().get(0));
		}
	}

	@Test
	void aProxyThatRefusesTheUserIsToldAsSuch(@TempDir Path folder) throws Exception {
		try (TestProxy proxy = TestProxy.start("worker", "secret of the proxy");
				HubFixture fixture = behind(proxy, "wrong", folder)) {
			CoreException failure = assertThrows(CoreException.class, () -> fixture.cores.core.operations()
					.run(new StatisticsOperation(fixture.connection), new NullProgressMonitor()));
			assertEquals(HubStatusCode.PROXY_AUTHENTICATION, HubStatus.code(failure.getStatus()));
			assertEquals(List.of(), proxy.connects());
		}
	}

	/** It is no firewall that a person has to look at. */
	@Test
	void whatDevicesSendIsReadThroughTheProxyAsItsUserAndARefusalIsToldAsSuch(@TempDir Path folder) throws Exception {
		try (TestProxy proxy = TestProxy.start("worker", "secret of the proxy")) {
			try (HubFixture fixture = behind(proxy, "secret of the proxy", folder.resolve("a")); MonitorSession session = session(fixture)) {
				Eventually.get("state", session::state, MonitorState.Reading.class::isInstance);
				assertEquals(Set.of(fixture.hub().hostName()), Set.copyOf(proxy.connects()));
			}
			try (HubFixture fixture = behind(proxy, "wrong", folder.resolve("b")); MonitorSession session = session(fixture)) {
				IStatus why = failed(session);
				assertEquals(HubStatusCode.PROXY_AUTHENTICATION, HubStatus.code(why));
				assertFalse(why.getMessage().contains("firewall"), why.getMessage());
			}
		}
		try (TestProxy proxy = TestProxy.refusing("403 Forbidden");
				HubFixture fixture = behind(proxy, "any", folder.resolve("c"));
				MonitorSession session = session(fixture)) {
			IStatus why = failed(session);
			assertEquals(HubStatusCode.PROXY_REFUSED, HubStatus.code(why));
			assertFalse(why.getMessage().contains("firewall"), why.getMessage());
		}
	}

	private static MonitorSession session(HubFixture fixture) {
		MonitorSession session = new MonitorSession(fixture.cores.core.operations(), new MessageBuffer(), () -> {
		});
		session.start(fixture.connection, MonitorSettings.of("$Default", new StartPosition.Latest()));
		return session;
	}

	private static IStatus failed(MonitorSession session) {
		return ((MonitorState.Failed) Eventually.get("state", session::state, MonitorState.Failed.class::isInstance)).status();
	}

	private HubFixture behind(TestProxy proxy, String password, Path folder) throws Exception {
		HttpProxy address = proxy.as("", "");
		IProxyData data = withUser(address.host(), address.port(), password);
		return HubFixture.start(folder, settings -> settings, host -> EclipseProxySource.proxy(data));
	}

	@Test
	void hostsOnTheBypassListGoDirect() throws Exception {
		set();
		service.setNonProxiedHosts(new String[] { "localhost", "127.0.0.1", "*.azure-devices.net" });
		assertNull(proxyFor("plant.azure-devices.net"));
		assertNull(proxyFor("127.0.0.1:8443"));
	}

	@Test
	void withoutProxiesHostsAreReachedDirectly() throws Exception {
		service.setProxiesEnabled(false);
		assertNull(proxyFor("plant.azure-devices.net"));
	}
}
