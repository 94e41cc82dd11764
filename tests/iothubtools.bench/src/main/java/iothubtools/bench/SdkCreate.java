// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.util.UUID;

import com.microsoft.azure.sdk.iot.service.registry.Device;
import com.microsoft.azure.sdk.iot.service.registry.RegistryClient;

/** Azure's service SDK creating devices; this version of it has no bulk call, so one by one. */
final class SdkCreate implements Subject {

	private final RegistryClient client;
	private final String prefix = UUID.randomUUID().toString();
	private long made;

	SdkCreate(Setup setup) throws Exception {
		SdkTrust.set(setup);
		client = new RegistryClient(setup.service());
	}

	@Override
	public long run(long nanos) throws Exception {
		long end = System.nanoTime() + nanos;
		long before = made;
		do {
			client.addDevice(new Device(prefix + '-' + made));
			made++;
		} while (System.nanoTime() < end);
		return made - before;
	}

	@Override
	public void close() {
		// holds nothing
	}
}
