// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import iothubtools.amqp.AmqpDevices;
import iothubtools.amqp.devices.AmqpDevice;
import iothubtools.amqp.devices.DeviceListener;
import iothubtools.amqp.devices.DeviceProof;
import iothubtools.amqp.devices.DeviceTelemetry;
import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.client.names.ClientId;

/** Our devices over AMQP on one connection, each sending D2C messages one after another. */
final class ClientDevices implements Subject {

	private final AmqpDevices all;
	private final List<AmqpDevice> devices = new ArrayList<>();
	private final DeviceTelemetry message = DeviceTelemetry.of(DeviceMessage.builder().body(Payload.BYTES).build());

	ClientDevices(Setup setup) throws Exception {
		all = AmqpDevices.builder(HubHost.parse(setup.host())).port(setup.amqpPort()).trust(List.of(Trust.certificate(setup.authority()))).build();
		for (String connection : setup.devices()) {
			devices.add(all.connect(ClientId.device(Setup.part(connection, "DeviceId")),
					new DeviceProof.Key(SharedAccessKey.parse(Setup.part(connection, "SharedAccessKey"))), DeviceListener.NONE));
		}
		for (AmqpDevice device : devices) {
			device.connected().get();
		}
	}

	/** Sends so many, if any, for those who read them. */
	static void fill(Setup setup, int messages) throws Exception {
		if (messages > 0) {
			try (ClientDevices sending = new ClientDevices(setup)) {
				int each = messages / sending.devices.size();
				for (int i = 0; i < each; i++) {
					ClosedLoops.run(sending.devices.size(), 0, sending::send);
				}
			}
		}
	}

	private CompletableFuture<?> send(int device) {
		return devices.get(device).send(message);
	}

	@Override
	public long run(long nanos) throws Exception {
		return ClosedLoops.run(devices.size(), nanos, this::send);
	}

	@Override
	public void close() {
		all.close();
	}
}
