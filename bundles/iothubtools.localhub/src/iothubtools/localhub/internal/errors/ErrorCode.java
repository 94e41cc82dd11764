// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.errors;

/**
 * The errors this hub answers with: the service's names, each with its number (contract §5.2), whose first three digits are
 * its HTTP status. A name without a number of its own has that of its family.
 */
public enum ErrorCode {

	/** A change of a digital twin is no JSON Patch of its properties. */
	INVALID_DIGITAL_TWIN_PATCH("InvalidDigitalTwinPatch", 400000),
	/** The api-version is missing or not one the service knows. */
	INVALID_PROTOCOL_VERSION("InvalidProtocolVersion", 400001),
	/** Something in the request breaks a rule. */
	ARGUMENT_INVALID("ArgumentInvalid", 400004),
	/** Something that a request cannot do without is missing. */
	ARGUMENT_NULL("ArgumentNull", 400005),
	/** A device with authentication type none. */
	DEVICE_AUTHENTICATION_TYPE_IS_MISSING("DeviceAuthenticationTypeIsMissing", 400004),
	/** The blob container of an import or export job cannot be used. */
	BLOB_CONTAINER_VALIDATION_ERROR("BlobContainerValidationError", 400008),
	/** A bulk request names a device or module more than once. */
	DEVICE_DEFINED_MULTIPLE_TIMES("DeviceDefinedMultipleTimes", 400011),
	/** A bulk request of which some parts failed; which ones is in the body. */
	BULK_REGISTRY_OPERATION_FAILURE("BulkRegistryOperationFailure", 400013),
	/** The hub has no storage for files of devices. */
	DEFAULT_STORAGE_ENDPOINT_NOT_CONFIGURED("DefaultStorageEndpointNotConfigured", 400014),
	/** No file upload has this correlation id. */
	INVALID_FILE_UPLOAD_CORRELATION_ID("InvalidFileUploadCorrelationId", 400015),
	/** A device scope that is no scope of an existing IoT Edge device. */
	INVALID_DEVICE_SCOPE("InvalidDeviceScope", 400028),
	/** The target condition of a configuration is no condition of the query language. */
	INVALID_CONFIGURATION_TARGET_CONDITION("InvalidConfigurationTargetCondition", 400401),
	/** The content of a configuration breaks a rule. */
	INVALID_CONFIGURATION_CONTENT("InvalidConfigurationContent", 400402),
	/** A metric of a configuration is no query. */
	INVALID_CONFIGURATION_CUSTOM_METRICS_QUERY("InvalidConfigurationCustomMetricsQuery", 400404),
	/** No token, a wrong one, an old one or one without the right: the service does not say which. */
	IOT_HUB_UNAUTHORIZED_ACCESS("IotHubUnauthorizedAccess", 401002),
	/** Somebody whom Entra ID knows has no role for this. */
	IOT_HUB_UNAUTHORIZED("IotHubUnauthorized", 401003),
	/** A web page of somebody else asks for a connection; the name is this hub's own. */
	FORBIDDEN_ORIGIN("ForbiddenOrigin", 403000),
	/** The hub has had the messages of a day. */
	IOT_HUB_QUOTA_EXCEEDED("IotHubQuotaExceeded", 403002),
	/** As many cloud-to-device messages wait for the device as may. */
	DEVICE_MAXIMUM_QUEUE_DEPTH_EXCEEDED("DeviceMaximumQueueDepthExceeded", 403004),
	/** A cloud-to-device message is to wait longer than one may. */
	INVALID_MESSAGE_EXPIRY_TIME("InvalidMessageExpiryTime", 403009),
	/** The device is disabled. */
	DEVICE_DISABLED("DeviceDisabled", 403012),
	/** As many direct methods wait for an answer of the device as may. */
	DEVICE_MAXIMUM_INFLIGHT_METHOD_EXCEEDED("DeviceMaximumInflightMethodExceeded", 403800),
	/** Nothing is at this path, or not with this method. */
	GENERIC_NOT_FOUND("GenericNotFound", 404000),
	/** There is no device of that id. */
	DEVICE_NOT_FOUND("DeviceNotFound", 404001),
	/** There is no job of that id. */
	JOB_NOT_FOUND("JobNotFound", 404002),
	/** There is no module of that id on the device. */
	MODULE_NOT_FOUND("ModuleNotFound", 404010),
	/** The device holds no connection, or takes no direct methods over it. */
	DEVICE_NOT_ONLINE("DeviceNotOnline", 404103),
	/** The connection ended while the device had a direct method to answer. */
	DEVICE_CONNECTION_CLOSED_REMOTELY("DeviceConnectionClosedRemotely", 404104),
	/** There is no configuration of that id. */
	CONFIGURATION_NOT_FOUND("ConfigurationNotFound", 404301),
	/** A job that runs or is over cannot be cancelled. */
	OPERATION_NOT_ALLOWED_IN_CURRENT_STATE("OperationNotAllowedInCurrentState", 405102),
	/** The client began a request and did not send the rest of it in time; the name is this hub's own. */
	REQUEST_TIMEOUT("RequestTimeout", 408000),
	/** A device of that id exists. */
	DEVICE_ALREADY_EXISTS("DeviceAlreadyExists", 409001),
	/** A job of that id exists. */
	JOB_ALREADY_EXISTS("JobAlreadyExists", 409104),
	/** A module of that id exists on the device. */
	MODULE_ALREADY_EXISTS_ON_DEVICE("ModuleAlreadyExistsOnDevice", 409301),
	/** A configuration of that id exists. */
	CONFIGURATION_ALREADY_EXISTS("ConfigurationAlreadyExists", 409401),
	/** If-Match is missing where it is required, or names another version than the current one. */
	PRECONDITION_FAILED("PreconditionFailed", 412001),
	/** The lock token of a message is not, or no more, the one it is locked with. */
	DEVICE_MESSAGE_LOCK_LOST("DeviceMessageLockLost", 412002),
	/** Tags or properties larger than the limit. */
	GENERIC_REQUEST_ENTITY_TOO_LARGE("GenericRequestEntityTooLarge", 413000),
	/** More than the limit of a message or a body. */
	MESSAGE_TOO_LARGE("MessageTooLarge", 413001),
	/** More devices than the limit, of a bulk request for one. */
	TOO_MANY_DEVICES("TooManyDevices", 413002),
	/** More modules than the limit of a device. */
	TOO_MANY_MODULES_ON_DEVICE("TooManyModulesOnDevice", 413003),
	/** The hub has as many configurations as it may. */
	CONFIGURATION_COUNT_LIMIT_EXCEEDED("ConfigurationCountLimitExceeded", 413101),
	/** More of an operation than its rate allows. */
	THROTTLING_EXCEPTION("ThrottlingException", 429001),
	/** The same after a time of waiting. */
	THROTTLING_BACKLOG_TIMEOUT("ThrottlingBacklogTimeout", 429003),
	/** As many jobs wait or run as may. */
	THROTTLING_MAX_ACTIVE_JOB_COUNT_EXCEEDED("ThrottlingMaxActiveJobCountExceeded", 429004),
	/** The hub itself failed. */
	SERVER_ERROR("ServerError", 500001),
	/** A request took longer than it may, a query for instance. */
	GENERIC_TIMEOUT("GenericTimeout", 500008),
	/** The hub has no room for what the client sends. */
	SERVER_BUSY("ServerBusy", 503005),
	/** The device did not answer a direct method in time. */
	GATEWAY_TIMEOUT("GatewayTimeout", 504101);

	private static final int NUMBERS_PER_STATUS = 1000;

	private final String wireName;
	private final int number;

	ErrorCode(String wireName, int number) {
		this.wireName = wireName;
		this.number = number;
	}

	/** The name in the header iothub-errorcode and in the body. */
	public String wireName() {
		return wireName;
	}

	/** The number in bodies of the newer shapes. */
	public int number() {
		return number;
	}

	/** The HTTP status it is sent with. */
	public int status() {
		return number / NUMBERS_PER_STATUS;
	}
}
