// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.digitaltwins;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletionStage;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonObject;

import iothubtools.localhub.internal.connections.MethodAnswer;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.methods.DirectMethods;
import iothubtools.localhub.internal.methods.MethodPayload;
import iothubtools.localhub.internal.methods.MethodRequest;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.twins.Twin;
import iothubtools.localhub.internal.twins.Twins;

/** The operations on digital twins: that of a device without a model (contract §3.11). */
record DigitalTwinOperations(Twins twins, DirectMethods methods) {

	/** GET /digitaltwins/{deviceId}. */
	HubReply get(Call call) {
		Twin twin = twins.read(ClientId.of(call.deviceId()));
		byte[] body = Json.write(json -> {
			json.beginObject();
			json.name("$dtId").value(call.deviceId());
			json.name("$metadata").beginObject().name("$model").value("").endObject();
			json.endObject();
		});
		return HubReply.json(200, body).with("ETag", '"' + twin.etag() + '"');
	}

	/** PATCH /digitaltwins/{deviceId}: writes desired properties. */
	CompletionStage<HubReply> patch(Call call) {
		JsonObject patch = JsonPatch.toTwin(Json.readArray(call.request().body()));
		String location = "/digitaltwins/" + URLEncoder.encode(call.deviceId(), StandardCharsets.UTF_8).replace("+", "%20");
		return twins.patch(ClientId.of(call.deviceId()), patch, call.header("If-Match"))
				.thenApply(twin -> new HubReply(202, Map.of(), new byte[0]).with("ETag", '"' + twin.etag() + '"')
						.with("Location", location));
	}

	/**
	 * POST /digitaltwins/{deviceId}/commands/{command}, for components with their part: a direct method, of a component with both
	 * names and a {@code *} between them.
	 */
	CompletionStage<HubReply> invoke(Call call) {
		String component = call.variables().get("component");
		String command = call.variable("command");
		JsonObject method = new JsonObject();
		method.addProperty("methodName", component == null ? command : component + '*' + command);
		// a command without a payload has no body
		if (call.request().body().length > 0) {
			method.add("payload", Json.read(call.request().body()));
		}
		Map<String, String> query = call.request().query();
		addTimeout(method, "responseTimeoutInSeconds", query.get("responsetimeoutinseconds"));
		addTimeout(method, "connectTimeoutInSeconds", query.get("connecttimeoutinseconds"));
		return methods.invoke(ClientId.of(call.deviceId()), MethodRequest.parse(method))
				.thenApply(DigitalTwinOperations::answered);
	}

	private static void addTimeout(JsonObject method, String name, @Nullable String seconds) {
		if (seconds != null && !seconds.isEmpty()) {
			try {
				method.addProperty(name, Integer.parseInt(seconds));
			} catch (NumberFormatException e) {
				throw HubError.argumentInvalid("The parameter " + name + " must be a number.");
			}
		}
	}

	private static HubReply answered(MethodAnswer answer) {
		return HubReply.json(200, MethodPayload.raw(answer).getBytes(StandardCharsets.UTF_8)).with("x-ms-command-statuscode",
				Integer.toString(answer.status()));
	}
}
