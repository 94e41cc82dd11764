// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import com.microsoft.azure.sdk.iot.service.registry.Device;
import com.microsoft.azure.sdk.iot.service.registry.DeviceStatus;
import com.microsoft.azure.sdk.iot.service.registry.RegistryClient;

/**
 * Azure's service SDK disabling and enabling devices. A PUT replaces the whole device with its keys, so that whoever has only its id has to
 * read it before.
 */
final class SdkDisable implements Subject {

	private final RegistryClient client;
	private final SampleIds ids;
	private int at;

	SdkDisable(Setup setup) throws Exception {
		SdkTrust.set(setup);
		client = new RegistryClient(setup.service());
		ids = SampleIds.of(setup);
	}

	@Override
	public long run(long nanos) throws Exception {
		long end = System.nanoTime() + nanos;
		long done = 0;
		do {
			Device device = client.getDevice(ids.ids().get(at));
			device.setStatus(device.getStatus() == DeviceStatus.Enabled ? DeviceStatus.Disabled : DeviceStatus.Enabled);
			client.updateDevice(device);
			at = (at + 1) % ids.ids().size();
			done++;
		} while (System.nanoTime() < end);
		return done;
	}

	@Override
	public void close() {
		// holds nothing
	}
}
