// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.methods;

import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.connections.MethodAnswer;
import iothubtools.localhub.internal.errors.ErrorShape;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** POST /twins/{deviceId}/methods, for modules with their part: invokes a direct method and waits for its answer (contract §3.6). */
record InvokeMethod(DirectMethods methods) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		MethodRequest request;
		try {
			request = MethodRequest.parse(Json.readObject(call.request().body()));
		} catch (HubError e) {
			throw e.in(ErrorShape.NESTED);
		}
		return methods.invoke(call.client(), request).thenApply(InvokeMethod::reply);
	}

	private static HubReply reply(MethodAnswer answer) {
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
}
