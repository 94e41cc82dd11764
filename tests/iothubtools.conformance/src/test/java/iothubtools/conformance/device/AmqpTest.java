// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.device;

import static com.microsoft.azure.sdk.iot.device.IotHubClientProtocol.AMQPS;
import static com.microsoft.azure.sdk.iot.device.IotHubClientProtocol.AMQPS_WS;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.ModuleClient;
import com.microsoft.azure.sdk.iot.device.MultiplexingClient;
import com.microsoft.azure.sdk.iot.device.MultiplexingClientOptions;
import com.microsoft.azure.sdk.iot.device.exceptions.IotHubClientException;
import com.microsoft.azure.sdk.iot.device.transport.NoRetry;

import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.ExpectedError;
import iothubtools.conformance.table.Row;

/** Devices over AMQP (contract §8.2), which the local hub does not speak: what a device sees then. */
@ExtendWith(ConformanceTable.class)
class AmqpTest {

	@RegisterExtension
	static final HubUnderTest HUB = new HubUnderTest();

	private DeviceClients devices;

	@BeforeEach
	void clients() {
		devices = new DeviceClients(HUB);
	}

	@Test
	@Row(value = ContractOperation.AMQP_DEVICE, sdk = DeviceClient.class, call = "open", with = "AMQPS", unsupported = true, error = "IotHubClientException (IO_ERROR): Failed to open the client due to network issues. See inner exception for more details")
	void opensNoDeviceOverAmqps(ExpectedError error) throws Exception {
		DeviceClient client = devices.client(devices.create("amqps"), AMQPS);
		error.isThrownBy(IotHubClientException.class, () -> client.open(false));
	}

	@Test
	@Row(value = ContractOperation.AMQP_DEVICE, sdk = DeviceClient.class, call = "open", with = "AMQPS_WS", unsupported = true, error = "IotHubClientException (ERROR): Failed to open the client. See inner exception for more details")
	void opensNoDeviceOverAmqpsWs(ExpectedError error) throws Exception {
		// the hub refuses the WebSocket and closes it; the SDK does not notice and waits
		DeviceClient client = devices.client(devices.create("amqps-ws"), AMQPS_WS,
				devices.options(AMQPS_WS).amqpAuthenticationSessionTimeout(2).amqpDeviceSessionTimeout(2));
		error.isThrownBy(IotHubClientException.class, () -> client.open(false));
	}

	@Test
	@Row(value = ContractOperation.AMQP_DEVICE, sdk = ModuleClient.class, call = "open", with = "AMQPS", unsupported = true, error = "IotHubClientException (IO_ERROR): Failed to open the client due to network issues. See inner exception for more details")
	void opensNoModuleOverAmqps(ExpectedError error) throws Exception {
		devices.create("with-module");
		ModuleClient client = devices.module(devices.createModule("with-module", "m"), AMQPS);
		error.isThrownBy(IotHubClientException.class, () -> client.open(false));
	}

	@Test
	@Row(value = ContractOperation.AMQP_DEVICE, sdk = MultiplexingClient.class, call = "open", with = "AMQPS, devices registered", unsupported = true, error = "IotHubClientException (IO_ERROR): Failed to open the client due to network issues. See inner exception for more details")
	@Row(value = ContractOperation.AMQP_DEVICE, sdk = MultiplexingClient.class, call = "registerDeviceClient", with = "AMQPS, then open", unsupported = true, error = "IotHubClientException (IO_ERROR): Failed to open the client due to network issues. See inner exception for more details")
	@Row(value = ContractOperation.AMQP_DEVICE, sdk = MultiplexingClient.class, call = "registerDeviceClients", with = "AMQPS, then open", unsupported = true, error = "IotHubClientException (IO_ERROR): Failed to open the client due to network issues. See inner exception for more details")
	@Row(value = ContractOperation.AMQP_DEVICE, sdk = MultiplexingClient.class, call = "unregisterDeviceClient", with = "AMQPS, then open", unsupported = true, error = "IotHubClientException (IO_ERROR): Failed to open the client due to network issues. See inner exception for more details")
	@Row(value = ContractOperation.AMQP_DEVICE, sdk = MultiplexingClient.class, call = "unregisterDeviceClients", with = "AMQPS, then open", unsupported = true, error = "IotHubClientException (IO_ERROR): Failed to open the client due to network issues. See inner exception for more details")
	@Row(value = ContractOperation.AMQP_DEVICE, sdk = MultiplexingClient.class, call = "setConnectionStatusChangeCallback", with = "AMQPS, then open", unsupported = true, error = "IotHubClientException (IO_ERROR): Failed to open the client due to network issues. See inner exception for more details")
	void multiplexesNoDevices(ExpectedError error) throws Exception {
		MultiplexingClient client = new MultiplexingClient(HUB.hostName(), AMQPS,
				MultiplexingClientOptions.builder().sslContext(HUB.tls()).build());
		client.setRetryPolicy(new NoRetry());
		client.setConnectionStatusChangeCallback(change -> { }, null);
		DeviceClient one = devices.client(devices.create("one"), AMQPS);
		DeviceClient two = devices.client(devices.create("two"), AMQPS);
		DeviceClient three = devices.client(devices.create("three"), AMQPS);
		client.registerDeviceClient(one);
		client.registerDeviceClients(List.of(two, three));
		client.unregisterDeviceClient(three);
		client.unregisterDeviceClients(List.of(two));
		error.isThrownBy(IotHubClientException.class, () -> client.open(false));
	}
}
