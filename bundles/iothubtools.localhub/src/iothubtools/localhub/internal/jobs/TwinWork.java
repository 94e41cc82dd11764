// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.jobs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.twins.TwinWrite;
import iothubtools.localhub.internal.twins.Twins;

/**
 * Patches the twins of devices, each in one write together with what came of it: also when the hub is killed, each is patched once. A twin
 * that cannot be read, as the file is damaged there, fails alone.
 */
record TwinWork(Twins twins, JobProgress progress, Writer writer) implements DeviceWork {

	private static final Logger LOG = System.getLogger("iothubtools.localhub");

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
		return CompletableFuture.allOf(devices.stream().map(device -> perform(device, patch)).toArray(CompletableFuture[]::new));
	}

	private CompletableFuture<?> perform(DeviceJob device, TwinWrite patch) {
		return over(device, () -> outcome(device, patch)).exceptionallyCompose(failure -> {
			LOG.log(Level.ERROR, "The job " + device.jobId() + " of the local hub failed at the device " + device.deviceId(), failure);
			return over(device, () -> DeviceOutcome.BROKEN);
		}).toCompletableFuture();
	}

	private CompletionStage<DeviceJob> over(DeviceJob device, Supplier<DeviceOutcome> outcome) {
		return writer.write(() -> {
			progress.over(device, outcome.get());
			return device;
		});
	}

	private DeviceOutcome outcome(DeviceJob device, TwinWrite patch) {
		try {
			twins.apply(ClientId.of(device.deviceId()), patch, "*");
			return DeviceOutcome.UPDATED;
		} catch (HubError e) {
			return DeviceOutcome.failed(e);
		}
	}
}
