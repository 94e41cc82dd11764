// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.methods;

import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.connections.MethodAnswer;
import iothubtools.localhub.internal.errors.ErrorShape;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.operation.Call;

/** The operation on direct methods (contract §3.6). */
record MethodOperations(DirectMethods methods) {

	/** Bytes in the smallest step of their rate (contract §6). */
	private static final int STEP = 4096;

	/** POST /twins/{deviceId}/methods, for modules with their part: invokes a direct method and waits for its answer. */
	CompletionStage<HubReply> invoke(Call call) {
		MethodRequest request;
		try {
			request = MethodRequest.parse(Json.readObject(call.request().body()));
		} catch (HubError e) {
			throw e.in(ErrorShape.NESTED);
		}
		return methods.invoke(call.client(), request).thenApply(MethodOperations::answered);
	}

	private static HubReply answered(MethodAnswer answer) {
		String payload = payload(answer);
		return HubReply.json(200, Json.write(json -> {
			json.beginObject();
			json.name("status").value(answer.status());
			json.name("payload").jsonValue(payload);
			json.endObject();
		}));
	}

	private static String payload(MethodAnswer answer) {
		try {
			return MethodPayload.raw(answer);
		} catch (HubError e) {
			throw e.in(ErrorShape.NESTED);
		}
	}

	/** What an invocation counts for: its bytes, in steps of which there is one at least. */
	static double bytes(Call call) {
		int length = call.request().body().length;
		return Math.max(1, (length + STEP - 1) / STEP) * (double) STEP;
	}
}
