// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.jobs;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonObject;

import iothubtools.localhub.internal.connections.MethodAnswer;
import iothubtools.localhub.internal.errors.ErrorCode;
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
		CompletionStage<MethodAnswer> answer;
		try {
			answer = methods.invoke(ClientId.of(device.deviceId()), request);
		} catch (HubError e) {
			answer = CompletableFuture.failedStage(e);
		}
		return answer.handle(MethodWork::outcome);
	}

	private static DeviceOutcome outcome(@Nullable MethodAnswer answer, @Nullable Throwable failure) {
		if (answer != null) {
			return answered(answer);
		}
		Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
		return DeviceOutcome.failed(cause instanceof HubError error ? error
				: new HubError(ErrorCode.SERVER_ERROR, "InternalServerError"));
	}

	private static DeviceOutcome answered(MethodAnswer answer) {
		try {
			JsonObject response = new JsonObject();
			response.addProperty("status", answer.status());
			response.add("payload", MethodPayload.of(answer));
			return DeviceOutcome.answered(JsonText.of(response));
		} catch (HubError e) {
			return DeviceOutcome.failed(e);
		}
	}
}
