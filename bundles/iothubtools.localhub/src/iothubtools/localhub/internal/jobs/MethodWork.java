// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.jobs;

import java.util.List;
import java.util.concurrent.CompletionStage;

import com.google.gson.JsonObject;

import iothubtools.localhub.internal.connections.MethodAnswer;
import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.Failures;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.json.JsonText;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.methods.DirectMethods;
import iothubtools.localhub.internal.methods.MethodPayload;
import iothubtools.localhub.internal.methods.MethodRequest;

/** Invokes a direct method of devices, of many at the same time; each is kept as running before its device hears of it. */
record MethodWork(DirectMethods methods, JobProgress progress, Writer writer) implements DeviceWork {

	@Override
	public int atOnce() {
		return 1;
	}

	@Override
	public int parallel() {
		return 100;
	}

	@Override
	public CompletionStage<?> perform(ScheduledJob job, List<DeviceJob> devices) {
		DeviceJob device = devices.get(0);
		MethodRequest request = MethodRequest.parse(job.work().object());
		return writer.write(() -> {
			progress.running(device);
			return device;
		}).thenCompose(running -> invoke(device, request)).thenCompose(outcome -> writer.write(() -> {
			progress.over(device, outcome);
			return outcome;
		}));
	}

	private CompletionStage<DeviceOutcome> invoke(DeviceJob device, MethodRequest request) {
		return methods.invoke(ClientId.of(device.deviceId()), request).thenApply(MethodWork::answered)
				.exceptionally(MethodWork::failed);
	}

	private static DeviceOutcome answered(MethodAnswer answer) {
		JsonObject response = new JsonObject();
		response.addProperty("status", answer.status());
		response.add("payload", MethodPayload.of(answer));
		return DeviceOutcome.answered(JsonText.of(response));
	}

	private static DeviceOutcome failed(Throwable failure) {
		return DeviceOutcome.failed(Failures.cause(failure) instanceof HubError error ? error
				: new HubError(ErrorCode.SERVER_ERROR, "InternalServerError"));
	}
}
