// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import javax.net.ssl.SSLContext;

import com.microsoft.azure.sdk.iot.device.ClientOptions;
import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.IotHubClientProtocol;
import com.microsoft.azure.sdk.iot.device.Message;
import com.microsoft.azure.sdk.iot.device.MultiplexingClient;
import com.microsoft.azure.sdk.iot.device.MultiplexingClientOptions;

/** Devices of Azure's device SDK, each sending D2C messages one after another. */
final class SdkDevices implements Subject {

	private final List<DeviceClient> devices = new ArrayList<>();
	private final SSLContext trust;

	private SdkDevices(Setup setup, IotHubClientProtocol protocol) throws Exception {
		trust = Trust.context(setup.authority());
		for (String connection : setup.devices()) {
			devices.add(new DeviceClient(connection, protocol, ClientOptions.builder().sslContext(trust).build()));
		}
	}

	/** Over HTTPS. */
	static SdkDevices overHttps(Setup setup) throws Exception {
		SdkDevices all = new SdkDevices(setup, IotHubClientProtocol.HTTPS);
		for (DeviceClient device : all.devices) {
			device.open(false);
		}
		return all;
	}

	/** Over AMQP, on one connection. */
	static SdkDevices multiplexed(Setup setup) throws Exception {
		SdkDevices all = new SdkDevices(setup, IotHubClientProtocol.AMQPS);
		MultiplexingClient client = new MultiplexingClient(setup.host(), IotHubClientProtocol.AMQPS,
				MultiplexingClientOptions.builder().sslContext(all.trust).build());
		client.registerDeviceClients(all.devices);
		client.open(false);
		return all;
	}

	@Override
	public long run(long nanos) throws Exception {
		return ClosedLoops.run(devices.size(), nanos, this::send);
	}

	private CompletableFuture<Void> send(int device) {
		CompletableFuture<Void> sent = new CompletableFuture<>();
		devices.get(device).sendEventAsync(new Message(Payload.BYTES), (message, failure, context) -> {
			if (failure == null) {
				sent.complete(null);
			} else {
				sent.completeExceptionally(failure);
			}
		}, null);
		return sent;
	}

	@Override
	public void close() {
		// ends with its process: closing 200 of them takes longer than all the rest
	}
}
