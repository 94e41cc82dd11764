// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.device;

import java.io.IOException;

import com.microsoft.azure.sdk.iot.device.ClientOptions;
import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.IotHubClientProtocol;
import com.microsoft.azure.sdk.iot.device.ModuleClient;
import com.microsoft.azure.sdk.iot.device.ProxySettings;
import com.microsoft.azure.sdk.iot.device.transport.NoRetry;
import com.microsoft.azure.sdk.iot.service.exceptions.IotHubException;
import com.microsoft.azure.sdk.iot.service.registry.Device;
import com.microsoft.azure.sdk.iot.service.registry.Module;
import com.microsoft.azure.sdk.iot.service.registry.RegistryClient;

import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.service.ServiceClients;

/** Devices of a hub, and the device SDK's clients of them. */
public final class DeviceClients {

	private static final int TIMEOUT_MILLIS = 20_000;

	private final HubUnderTest hub;
	private final RegistryClient registry;

	/** Of this hub. */
	public DeviceClients(HubUnderTest hub) {
		this.hub = hub;
		this.registry = new ServiceClients(hub).registry();
	}

	/** Makes a device with keys and returns its connection string. */
	public String create(String deviceId) throws IOException, IotHubException {
		Device device = registry.addDevice(new Device(deviceId));
		return "HostName=" + hub.hostName() + ";DeviceId=" + deviceId + ";SharedAccessKey=" + device.getPrimaryKey();
	}

	/** The connection string of a device that is there. */
	public String connectionString(String deviceId) throws IOException, IotHubException {
		return "HostName=" + hub.hostName() + ";DeviceId=" + deviceId + ";SharedAccessKey=" + registry.getDevice(deviceId).getPrimaryKey();
	}

	/** Makes a module with keys on a device that is there and returns the module's connection string. */
	public String createModule(String deviceId, String moduleId) throws IOException, IotHubException {
		Module module = registry.addModule(new Module(deviceId, moduleId));
		return "HostName=" + hub.hostName() + ";DeviceId=" + deviceId + ";ModuleId=" + moduleId + ";SharedAccessKey="
				+ module.getPrimaryKey();
	}

	/** A client that is not open yet and does not try again what failed. */
	public DeviceClient client(String connectionString, IotHubClientProtocol protocol) {
		return client(connectionString, protocol, options(protocol));
	}

	/** A client with options of the test's own, begun with {@link #options}. */
	public DeviceClient client(String connectionString, IotHubClientProtocol protocol,
			ClientOptions.ClientOptionsBuilder options) {
		DeviceClient client = new DeviceClient(connectionString, protocol, options.build());
		client.setRetryPolicy(new NoRetry());
		return client;
	}

	/** A module's client that is not open yet and does not try again what failed. */
	public ModuleClient module(String connectionString, IotHubClientProtocol protocol) throws Exception {
		ModuleClient client = new ModuleClient(connectionString, protocol, options(protocol).build());
		client.setRetryPolicy(new NoRetry());
		return client;
	}

	/** Trust in the hub, the proxy where the hub is behind one, and time limits. */
	public ClientOptions.ClientOptionsBuilder options(IotHubClientProtocol protocol) {
		ClientOptions.ClientOptionsBuilder options = ClientOptions.builder().sslContext(hub.tls())
				.httpsConnectTimeout(TIMEOUT_MILLIS).httpsReadTimeout(TIMEOUT_MILLIS);
		// MQTT and AMQP have ports of their own, and the SDK no proxy for them
		if (protocol != IotHubClientProtocol.MQTT && protocol != IotHubClientProtocol.AMQPS) {
			hub.proxy().map(ProxySettings::new).ifPresent(options::proxySettings);
		}
		return options;
	}
}
