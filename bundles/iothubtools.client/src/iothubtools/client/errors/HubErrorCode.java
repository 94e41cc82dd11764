// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.errors;

/** The errors of contract §5.2 by the service's name and number. */
public enum HubErrorCode {
	GENERIC_BAD_REQUEST("GenericBadRequest", 400000),
	INVALID_PROTOCOL_VERSION("InvalidProtocolVersion", 400001),
	INVALID_OPERATION("InvalidOperation", 400003),
	ARGUMENT_INVALID("ArgumentInvalid", 400004),
	ARGUMENT_NULL("ArgumentNull", 400005),
	IOT_HUB_FORMAT_ERROR("IotHubFormatError", 400006),
	BLOB_CONTAINER_VALIDATION_ERROR("BlobContainerValidationError", 400008),
	DEVICE_DEFINED_MULTIPLE_TIMES("DeviceDefinedMultipleTimes", 400011),
	BULK_REGISTRY_OPERATION_FAILURE("BulkRegistryOperationFailure", 400013),
	DEFAULT_STORAGE_ENDPOINT_NOT_CONFIGURED("DefaultStorageEndpointNotConfigured", 400014),
	INVALID_FILE_UPLOAD_CORRELATION_ID("InvalidFileUploadCorrelationId", 400015),
	CONNECTION_FORCEFULLY_CLOSED_ON_NEW_CONNECTION("ConnectionForcefullyClosedOnNewConnection", 400027),
	INVALID_DEVICE_SCOPE("InvalidDeviceScope", 400028),
	INVALID_CONFIGURATION_TARGET_CONDITION("InvalidConfigurationTargetCondition", 400401),
	INVALID_CONFIGURATION_CONTENT("InvalidConfigurationContent", 400402),
	GENERIC_UNAUTHORIZED("GenericUnauthorized", 401000),
	IOT_HUB_NOT_FOUND("IotHubNotFound", 401001),
	IOT_HUB_UNAUTHORIZED_ACCESS("IotHubUnauthorizedAccess", 401002),
	IOT_HUB_UNAUTHORIZED("IotHubUnauthorized", 401003),
	IOT_HUB_SUSPENDED("IotHubSuspended", 403001),
	IOT_HUB_QUOTA_EXCEEDED("IotHubQuotaExceeded", 403002),
	JOB_QUOTA_EXCEEDED("JobQuotaExceeded", 403003),
	DEVICE_MAXIMUM_QUEUE_DEPTH_EXCEEDED("DeviceMaximumQueueDepthExceeded", 403004),
	DEVICE_MAXIMUM_ACTIVE_FILE_UPLOAD_LIMIT_EXCEEDED("DeviceMaximumActiveFileUploadLimitExceeded", 403006),
	DEVICE_MAXIMUM_QUEUE_SIZE_EXCEEDED("DeviceMaximumQueueSizeExceeded", 403007),
	INVALID_MESSAGE_EXPIRY_TIME("InvalidMessageExpiryTime", 403009),
	OPERATION_NOT_AVAILABLE_IN_CURRENT_TIER("OperationNotAvailableInCurrentTier", 403010),
	DEVICE_DISABLED("DeviceDisabled", 403012),
	DEVICE_MAXIMUM_INFLIGHT_METHOD_EXCEEDED("DeviceMaximumInflightMethodExceeded", 403800),
	DEVICE_NOT_FOUND("DeviceNotFound", 404001),
	JOB_NOT_FOUND("JobNotFound", 404002),
	AMQP_ADDRESS_NOT_FOUND("AmqpAddressNotFound", 404006),
	MODULE_NOT_FOUND("ModuleNotFound", 404010),
	IOT_HUB_FAILING_OVER("IotHubFailingOver", 404012),
	FEATURE_NOT_SUPPORTED("FeatureNotSupported", 404013),
	DEVICE_NOT_ONLINE("DeviceNotOnline", 404103),
	DEVICE_CONNECTION_CLOSED_REMOTELY("DeviceConnectionClosedRemotely", 404104),
	CONFIGURATION_NOT_FOUND("ConfigurationNotFound", 404301),
	OPERATION_NOT_ALLOWED_IN_CURRENT_STATE("OperationNotAllowedInCurrentState", 405102),
	DEVICE_ALREADY_EXISTS("DeviceAlreadyExists", 409001),
	LINK_CREATION_CONFLICT("LinkCreationConflict", 409002),
	DEVICE_JOB_ALREADY_EXISTS("DeviceJobAlreadyExists", 409103),
	JOB_ALREADY_EXISTS("JobAlreadyExists", 409104),
	MODULE_ALREADY_EXISTS_ON_DEVICE("ModuleAlreadyExistsOnDevice", 409301),
	CONFIGURATION_ALREADY_EXISTS("ConfigurationAlreadyExists", 409401),
	PRECONDITION_FAILED("PreconditionFailed", 412001),
	DEVICE_MESSAGE_LOCK_LOST("DeviceMessageLockLost", 412002),
	MESSAGE_TOO_LARGE("MessageTooLarge", 413001),
	TOO_MANY_DEVICES("TooManyDevices", 413002),
	TOO_MANY_MODULES_ON_DEVICE("TooManyModulesOnDevice", 413003),
	CONFIGURATION_COUNT_LIMIT_EXCEEDED("ConfigurationCountLimitExceeded", 413101),
	INCOMPATIBLE_DATA_TYPE("IncompatibleDataType", 415101),
	THROTTLING_EXCEPTION("ThrottlingException", 429001),
	THROTTLE_BACKLOG_LIMIT_EXCEEDED("ThrottleBacklogLimitExceeded", 429002),
	THROTTLING_BACKLOG_TIMEOUT("ThrottlingBacklogTimeout", 429003),
	THROTTLING_MAX_ACTIVE_JOB_COUNT_EXCEEDED("ThrottlingMaxActiveJobCountExceeded", 429004),
	DEVICE_THROTTLING_LIMIT_EXCEEDED("DeviceThrottlingLimitExceeded", 429005),
	SERVER_ERROR("ServerError", 500001),
	GENERIC_TIMEOUT("GenericTimeout", 500008),
	SERVICE_UNAVAILABLE("ServiceUnavailable", 503001),
	PARTITION_NOT_FOUND("PartitionNotFound", 503003),
	SERVER_BUSY("ServerBusy", 503005),
	CONNECTION_UNAVAILABLE("ConnectionUnavailable", 503101),
	DEVICE_UNAVAILABLE("DeviceUnavailable", 503102),
	GATEWAY_TIMEOUT("GatewayTimeout", 504101),
	/** An error this version has no name for; its name and number in the reply are kept beside it. */
	UNKNOWN("", 0);

	private final String wireName;
	private final int number;

	HubErrorCode(String wireName, int number) {
		this.wireName = wireName;
		this.number = number;
	}

	/** The service's name, as in the header {@code iothub-errorcode}; empty for {@link #UNKNOWN}. */
	public String wireName() {
		return wireName;
	}

	/** The service's number, e.g. 404001; 0 for {@link #UNKNOWN}. */
	public int number() {
		return number;
	}

	/** The code of that name, in any case, or {@link #UNKNOWN}. */
	public static HubErrorCode byName(String name) {
		for (HubErrorCode code : values()) {
			if (code.wireName.equalsIgnoreCase(name)) {
				return code;
			}
		}
		return UNKNOWN;
	}

	/** The code of that number, or {@link #UNKNOWN}. */
	public static HubErrorCode byNumber(int number) {
		for (HubErrorCode code : values()) {
			if (code.number == number) {
				return code;
			}
		}
		return UNKNOWN;
	}
}
