// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.devices;

import java.util.Set;

import com.google.gson.JsonObject;

import iothubtools.client.internal.json.JsonFields;
import iothubtools.client.internal.json.JsonText;

/** Names of the members of a device identity in JSON (contract §4). */
final class DeviceMembers {

	static final String DEVICE_ID = "deviceId";
	static final String GENERATION_ID = "generationId";
	static final String ETAG = "etag";
	static final String CONNECTION_STATE = "connectionState";
	static final String STATUS = "status";
	static final String STATUS_REASON = "statusReason";
	static final String CONNECTION_STATE_UPDATED_TIME = "connectionStateUpdatedTime";
	static final String STATUS_UPDATED_TIME = "statusUpdatedTime";
	static final String LAST_ACTIVITY_TIME = "lastActivityTime";
	static final String CLOUD_TO_DEVICE_MESSAGE_COUNT = "cloudToDeviceMessageCount";
	static final String CAPABILITIES = "capabilities";
	static final String IOT_EDGE = "iotEdge";
	static final String DEVICE_SCOPE = "deviceScope";
	static final String PARENT_SCOPES = "parentScopes";

	/**
	 * What only the hub sets, in identities of devices and modules; the last three say what a device is to Azure Resource Manager
	 * and Azure Device Registry (contract §11).
	 */
	private static final Set<String> OF_THE_HUB = Set.of(GENERATION_ID, CONNECTION_STATE, CONNECTION_STATE_UPDATED_TIME,
			STATUS_UPDATED_TIME, LAST_ACTIVITY_TIME, CLOUD_TO_DEVICE_MESSAGE_COUNT, "adrDeviceProperties", "deviceResourceId",
			"armSyncStatus");

	private DeviceMembers() {
	}

	/** An identity as a write sends it. */
	static String writable(JsonObject identity) {
		return JsonText.compact(JsonFields.without(identity, OF_THE_HUB));
	}
}
