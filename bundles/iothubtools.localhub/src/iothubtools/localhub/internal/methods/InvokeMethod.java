// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.methods;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonParseException;

import iothubtools.localhub.internal.connections.MethodAnswer;
import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.ErrorShape;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.exchange.Json;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** POST /twins/{deviceId}/methods, for modules with their part: invokes a direct method and waits for its answer (contract §3.6). */
record InvokeMethod(DirectMethods methods) implements Operation {

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
		JsonElement payload = payload(answer.payload());
		return HubReply.json(200, Json.write(json -> {
			json.beginObject();
			json.name("status").value(answer.status());
			json.name("payload");
			Json.write(json, payload);
			json.endObject();
		}));
	}

	/** A device that has nothing to say may send nothing. */
	private static JsonElement payload(String text) {
		if (text.getBytes(StandardCharsets.UTF_8).length > MethodRequest.MAX_PAYLOAD) {
			throw wrong(ErrorCode.MESSAGE_TOO_LARGE, "The device's answer is larger than " + MethodRequest.MAX_PAYLOAD + " bytes.");
		}
		try {
			return text.isBlank() ? JsonNull.INSTANCE : Json.read(text);
		} catch (JsonParseException e) {
			throw wrong(ErrorCode.ARGUMENT_INVALID, "The device's answer is not JSON.");
		}
	}

	private static HubError wrong(ErrorCode code, String text) {
		return new HubError(code, text).in(ErrorShape.NESTED);
	}
}
