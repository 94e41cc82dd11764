// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.devices;

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

	private DeviceMembers() {
	}
}
