// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.table;

/** Every operation of the contract, by its section: HTTP by method and path, MQTT by what the device does. */
public enum ContractOperation {

	GET_DEVICE("3.1", "GET /devices/{id}"),
	LIST_DEVICES("3.1", "GET /devices"),
	CREATE_DEVICE("3.1", "PUT /devices/{id}"),
	UPDATE_DEVICE("3.1", "PUT /devices/{id} with If-Match"),
	DELETE_DEVICE("3.1", "DELETE /devices/{id}"),
	BULK_REGISTRY("3.1", "POST /devices"),
	REGENERATE_KEYS("3.1", "POST /devices/keys/regenerate"),

	DEVICE_STATISTICS("3.2", "GET /statistics/devices"),
	SERVICE_STATISTICS("3.2", "GET /statistics/service"),

	QUERY_TWINS("3.3", "POST /devices/query: SELECT *"),
	QUERY_RAW("3.3", "POST /devices/query: projection or aggregate"),
	QUERY_JOBS("3.3", "POST /devices/query: FROM devices.jobs"),

	LIST_MODULES("3.4", "GET /devices/{id}/modules"),
	GET_MODULE("3.4", "GET /devices/{id}/modules/{mid}"),
	CREATE_MODULE("3.4", "PUT /devices/{id}/modules/{mid}"),
	UPDATE_MODULE("3.4", "PUT /devices/{id}/modules/{mid} with If-Match"),
	DELETE_MODULE("3.4", "DELETE /devices/{id}/modules/{mid}"),

	GET_TWIN("3.5", "GET /twins/{id}"),
	PATCH_TWIN("3.5", "PATCH /twins/{id}"),
	REPLACE_TWIN("3.5", "PUT /twins/{id}"),
	GET_MODULE_TWIN("3.5", "GET /twins/{id}/modules/{mid}"),
	PATCH_MODULE_TWIN("3.5", "PATCH /twins/{id}/modules/{mid}"),
	REPLACE_MODULE_TWIN("3.5", "PUT /twins/{id}/modules/{mid}"),

	INVOKE_METHOD("3.6", "POST /twins/{id}/methods"),
	INVOKE_MODULE_METHOD("3.6", "POST /twins/{id}/modules/{mid}/methods"),

	SEND_C2D("3.7", "AMQP /messages/devicebound"),
	PURGE_C2D("3.7", "DELETE /devices/{id}/commands"),
	RECEIVE_FEEDBACK("3.7", "GET /messages/serviceBound/feedback"),
	COMPLETE_FEEDBACK("3.7", "DELETE /messages/serviceBound/feedback/{lockToken}"),
	ABANDON_FEEDBACK("3.7", "POST /messages/serviceBound/feedback/{lockToken}/abandon"),
	AMQP_FEEDBACK("3.7", "AMQP /messages/serviceBound/feedback"),
	AMQP_FILE_NOTIFICATIONS("3.7", "AMQP /messages/serviceBound/filenotifications"),

	CREATE_TRANSFER_JOB("3.8", "POST /jobs/create"),
	LIST_TRANSFER_JOBS("3.8", "GET /jobs"),
	GET_TRANSFER_JOB("3.8", "GET /jobs/{id}"),
	CANCEL_TRANSFER_JOB("3.8", "DELETE /jobs/{id}"),

	CREATE_JOB("3.9", "PUT /jobs/v2/{id}"),
	GET_JOB("3.9", "GET /jobs/v2/{id}"),
	CANCEL_JOB("3.9", "POST /jobs/v2/{id}/cancel"),
	LIST_JOBS("3.9", "GET /jobs/v2/query"),

	GET_CONFIGURATION("3.10", "GET /configurations/{id}"),
	LIST_CONFIGURATIONS("3.10", "GET /configurations"),
	CREATE_CONFIGURATION("3.10", "PUT /configurations/{id}"),
	UPDATE_CONFIGURATION("3.10", "PUT /configurations/{id} with If-Match"),
	DELETE_CONFIGURATION("3.10", "DELETE /configurations/{id}"),
	TEST_QUERIES("3.10", "POST /configurations/testQueries"),
	APPLY_CONFIGURATION("3.10", "POST /devices/{id}/applyConfigurationContent"),

	GET_DIGITAL_TWIN("3.11", "GET /digitaltwins/{id}"),
	UPDATE_DIGITAL_TWIN("3.11", "PATCH /digitaltwins/{id}"),
	INVOKE_COMMAND("3.11", "POST /digitaltwins/{id}/commands/{name}"),
	INVOKE_COMPONENT_COMMAND("3.11", "POST /digitaltwins/{id}/components/{path}/commands/{name}"),

	HTTP_SEND("3.12", "POST /devices/{id}/messages/events"),
	HTTP_SEND_BATCH("3.12", "POST /devices/{id}/messages/events, a batch"),
	HTTP_RECEIVE("3.12", "GET /devices/{id}/messages/deviceBound"),
	HTTP_COMPLETE("3.12", "DELETE /devices/{id}/messages/deviceBound/{lockToken}"),
	HTTP_REJECT("3.12", "DELETE /devices/{id}/messages/deviceBound/{lockToken}?reject"),
	HTTP_ABANDON("3.12", "POST /devices/{id}/messages/deviceBound/{lockToken}/abandon"),
	UPLOAD_START("3.12", "POST /devices/{id}/files"),
	UPLOAD_DONE("3.12", "POST /devices/{id}/files/notifications"),

	EVENTS_MANAGEMENT("7", "AMQP {event hub}/$management"),
	EVENTS_RECEIVE("7", "AMQP {event hub}/ConsumerGroups/{group}/Partitions/{n}"),

	MQTT_CONNECT("8.1", "connect, port 8883"),
	MQTT_WEBSOCKET("8.1", "connect, WebSocket on port 443"),
	MQTT_SEND("8.1", "publish devices/{id}/messages/events/"),
	MQTT_RECEIVE("8.1", "subscribe devices/{id}/messages/devicebound/#"),
	MQTT_GET_TWIN("8.1", "publish $iothub/twin/GET/"),
	MQTT_REPORT("8.1", "publish $iothub/twin/PATCH/properties/reported/"),
	MQTT_DESIRED("8.1", "subscribe $iothub/twin/PATCH/properties/desired/#"),
	MQTT_METHODS("8.1", "subscribe $iothub/methods/POST/#"),
	MQTT_MODULE("8.1", "the same as a module"),

	AMQP_CONNECT("8.2", "connect, port 5671, or WebSocket on port 443"),
	AMQP_SEND("8.2", "send to /devices/{id}/messages/events"),
	AMQP_RECEIVE("8.2", "receive from /devices/{id}/messages/devicebound"),
	AMQP_TWIN("8.2", "ask at /devices/{id}/twin"),
	AMQP_METHODS("8.2", "answer at /devices/{id}/methods/devicebound"),
	AMQP_MODULE("8.2", "the same as a module");

	private final String section;
	private final String request;

	ContractOperation(String section, String request) {
		this.section = section;
		this.request = request;
	}

	/** The section of the contract. */
	String section() {
		return section;
	}

	/** Method and path, or what the device does over MQTT. */
	String request() {
		return request;
	}
}
