// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.eclipse.core.net.proxy.IProxyData;
import org.eclipse.core.net.proxy.IProxyService;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

import iothubtools.client.HttpProxy;
import iothubtools.client.auth.HubHost;
import iothubtools.core.internal.EclipseProxySource;

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
		// a working copy: setting it at the service would put the password into Secure Storage
		IProxyData data = service.getProxyData(IProxyData.HTTPS_PROXY_TYPE);
		data.setHost("proxy.example");
		data.setPort(3128);
		data.setUserid("worker");
		data.setPassword("secret of the proxy");
		HttpProxy proxy = EclipseProxySource.proxy(data);
		assertEquals("worker", proxy.user());
		assertEquals("secret of the proxy", proxy.password());
		assertFalse(proxy.toString().contains("secret of the proxy"));
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
