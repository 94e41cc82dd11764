// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.jobs;

import java.util.List;
import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.twins.TwinWrite;
import iothubtools.localhub.internal.twins.Twins;

/**
 * Patches the twins of devices, many in one write together with what came of it: also when the hub is killed, each is patched
 * once.
 */
record TwinWork(Twins twins, JobProgress progress, Writer writer) implements DeviceWork {

	@Override
	public int atOnce() {
		return 100;
	}

	@Override
	public int parallel() {
		return 1;
	}

	@Override
	public CompletionStage<?> perform(ScheduledJob job, List<DeviceJob> devices) {
		TwinWrite patch = TwinWrite.patch(job.work().object());
		return writer.write(() -> {
			devices.forEach(device -> progress.over(device, patch(device, patch)));
			return devices;
		});
	}

	private DeviceOutcome patch(DeviceJob device, TwinWrite patch) {
		try {
			twins.apply(ClientId.of(device.deviceId()), patch, "*");
			return DeviceOutcome.UPDATED;
		} catch (HubError e) {
			return DeviceOutcome.failed(e);
		}
	}
}
