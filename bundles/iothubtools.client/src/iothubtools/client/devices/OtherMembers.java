// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.devices;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import iothubtools.client.exchange.Masking;
import iothubtools.client.internal.json.JsonFields;
import iothubtools.client.internal.json.JsonText;

/**
 * Members of a device identity that have no method of their own, as names and texts to show. Of the authentication only those
 * that are known to be no secrets.
 */
final class OtherMembers {

	/** An identity has a handful; a hub without measure must not fill a view. */
	private static final int MAX_MEMBERS = 200;

	private static final Set<String> SHOWN_ELSEWHERE = Set.of(DeviceMembers.DEVICE_ID, DeviceMembers.GENERATION_ID,
			DeviceMembers.ETAG, DeviceMembers.CONNECTION_STATE, DeviceMembers.STATUS, DeviceMembers.STATUS_REASON,
			DeviceMembers.CONNECTION_STATE_UPDATED_TIME, DeviceMembers.STATUS_UPDATED_TIME, DeviceMembers.LAST_ACTIVITY_TIME,
			DeviceMembers.CLOUD_TO_DEVICE_MESSAGE_COUNT, DeviceMembers.DEVICE_SCOPE, DeviceMembers.PARENT_SCOPES,
			AuthenticationJson.MEMBER, DeviceMembers.CAPABILITIES);

	private static final List<String> PUBLIC_AUTHENTICATION = List.of("policyResourceId", "x509CaValidation");

	private final Map<String, String> members = new LinkedHashMap<>();

	private OtherMembers() {
	}

	static Map<String, String> of(JsonObject identity) {
		OtherMembers others = new OtherMembers();
		others.addAll("", masked(JsonFields.without(identity, SHOWN_ELSEWHERE)));
		JsonObject authentication = JsonFields.object(identity, AuthenticationJson.MEMBER);
		if (authentication != null) {
			for (String name : PUBLIC_AUTHENTICATION) {
				JsonElement value = authentication.get(name);
				if (value != null) {
					others.add(AuthenticationJson.MEMBER + "." + name, value);
				}
			}
		}
		JsonObject capabilities = JsonFields.object(identity, DeviceMembers.CAPABILITIES);
		if (capabilities != null) {
			others.addAll(DeviceMembers.CAPABILITIES + ".",
					masked(JsonFields.without(capabilities, Set.of(DeviceMembers.IOT_EDGE))));
		}
		return Collections.unmodifiableMap(others.members);
	}

	private static JsonObject masked(JsonObject json) {
		try {
			return JsonText.parse(Masking.text(JsonText.compact(json))) instanceof JsonObject masked ? masked : new JsonObject();
		} catch (IOException e) {
			// what cannot be masked is not shown
			return new JsonObject();
		}
	}

	private void addAll(String prefix, JsonObject json) {
		json.entrySet().forEach(member -> add(prefix + member.getKey(), member.getValue()));
	}

	private void add(String name, JsonElement value) {
		if (value instanceof JsonObject object) {
			addAll(name + ".", object);
		} else if (!value.isJsonNull() && members.size() < MAX_MEMBERS) {
			members.put(name, value.isJsonPrimitive() ? value.getAsString() : JsonText.compact(value));
		}
	}
}
