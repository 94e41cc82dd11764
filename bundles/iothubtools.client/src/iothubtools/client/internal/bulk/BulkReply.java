// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.bulk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import iothubtools.client.devices.BulkItem;
import iothubtools.client.devices.BulkOutcome;
import iothubtools.client.devices.BulkOutcome.Done;
import iothubtools.client.devices.BulkOutcome.Refused;
import iothubtools.client.devices.BulkOutcome.WithoutTwin;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.exchange.Masking;
import iothubtools.client.internal.json.JsonFields;
import iothubtools.client.internal.json.JsonText;
import iothubtools.client.internal.replies.HubReply;
import iothubtools.client.internal.replies.ReplyJson;
import iothubtools.client.names.ClientId;

/** Reads what a bulk call says of its elements: those it does not list were done (contract §3.1). */
final class BulkReply {

	private static final int BAD_REQUEST = 400;
	private static final String ERRORS = "errors";
	private static final String ERROR_CODE = "errorCode";

	private BulkReply() {
	}

	/** Whether a reply with an error status is one that says what became of each element (contract §9.16). */
	static boolean isResult(HubReply reply) {
		try {
			return reply.status() == BAD_REQUEST && JsonText.parse(reply.text()) instanceof JsonObject json
					&& json.get(ERRORS) instanceof JsonArray errors && !errors.isEmpty();
		} catch (IOException e) {
			return false;
		}
	}

	static List<BulkOutcome> read(HubReply reply, List<BulkItem> items) throws ProtocolException {
		Map<ClientId, JsonObject> refusals = refusals(reply, items.stream().map(BulkItem::id).collect(Collectors.toSet()));
		Map<ClientId, String> withoutTwin = withoutTwin(reply);
		List<BulkOutcome> outcomes = new ArrayList<>();
		for (BulkItem item : items) {
			JsonObject refusal = refusals.get(item.id());
			String warning = withoutTwin.get(item.id());
			outcomes.add(refusal != null ? refused(item, refusal) : warning != null ? new WithoutTwin(item, warning) : new Done(item));
		}
		return outcomes;
	}

	/** Empty only if the hub says that it has done everything. */
	private static Map<ClientId, JsonObject> refusals(HubReply reply, Set<ClientId> sent) throws ProtocolException {
		JsonObject json = ReplyJson.object(reply);
		JsonArray errors = json.get(ERRORS) instanceof JsonArray array ? array : new JsonArray();
		if (errors.isEmpty() && !JsonFields.flag(json, "isSuccessful")) {
			throw unexpected(reply);
		}
		Map<ClientId, JsonObject> refusals = new HashMap<>();
		for (JsonElement error : errors) {
			if (!(error instanceof JsonObject refusal) || text(refusal, "deviceId").isEmpty()) {
				throw unexpected(reply);
			}
			ClientId id = id(refusal);
			if (!sent.contains(id)) {
				// about no element that was sent: then none of the others is known to be done
				throw unexpected(reply);
			}
			refusals.put(id, refusal);
		}
		return refusals;
	}

	/** What the hub says of devices that it registered without their twin. Other warnings change nothing about what was done. */
	private static Map<ClientId, String> withoutTwin(HubReply reply) throws ProtocolException {
		Map<ClientId, String> messages = new HashMap<>();
		if (ReplyJson.object(reply).get("warnings") instanceof JsonArray warnings) {
			for (JsonElement each : warnings) {
				if (each instanceof JsonObject warning && !text(warning, "deviceId").isEmpty() && WithoutTwin.NAME.equalsIgnoreCase(text(warning, "warningCode"))) {
					messages.put(id(warning), Masking.text(text(warning, "warningStatus")));
				}
			}
		}
		return messages;
	}

	private static ProtocolException unexpected(HubReply reply) {
		return ReplyJson.unexpected(reply, "the result of a bulk call", null);
	}

	private static ClientId id(JsonObject refusal) {
		String moduleId = text(refusal, "moduleId");
		return new ClientId(text(refusal, "deviceId"), moduleId.isEmpty() ? null : moduleId);
	}

	/** The code is a name; older parts of the service write its number (contract §3.1). */
	private static Refused refused(BulkItem item, JsonObject refusal) {
		String name = text(refusal, ERROR_CODE);
		String message = Masking.text(text(refusal, "errorStatus"));
		if (!name.isEmpty()) {
			return new Refused(item, HubErrorCode.byName(name), name, message);
		}
		int number = (int) JsonFields.number(refusal, ERROR_CODE);
		HubErrorCode code = HubErrorCode.byNumber(number);
		return new Refused(item, code, code == HubErrorCode.UNKNOWN ? Integer.toString(number) : code.wireName(), message);
	}

	private static String text(JsonObject json, String name) {
		String value = JsonFields.text(json, name);
		return value == null ? "" : value;
	}
}
