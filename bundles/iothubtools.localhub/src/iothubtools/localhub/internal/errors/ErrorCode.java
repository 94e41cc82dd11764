// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.errors;

/** The errors this hub answers with: the service's names, each with its HTTP status (contract §5.2). */
public enum ErrorCode {

	/** The api-version is missing or not one the service knows. */
	INVALID_PROTOCOL_VERSION("InvalidProtocolVersion", 400),
	/** Something in the request breaks a rule. */
	ARGUMENT_INVALID("ArgumentInvalid", 400),
	/** A device with authentication type none. */
	DEVICE_AUTHENTICATION_TYPE_IS_MISSING("DeviceAuthenticationTypeIsMissing", 400),
	/** A device scope that is no scope of an existing IoT Edge device. */
	INVALID_DEVICE_SCOPE("InvalidDeviceScope", 400),
	/** No token, a wrong one, an old one or one without the right: the service does not say which. */
	IOT_HUB_UNAUTHORIZED_ACCESS("IotHubUnauthorizedAccess", 401),
	/** The device is disabled. */
	DEVICE_DISABLED("DeviceDisabled", 403),
	/** Nothing is at this path, or not with this method. */
	GENERIC_NOT_FOUND("GenericNotFound", 404),
	/** There is no device of that id. */
	DEVICE_NOT_FOUND("DeviceNotFound", 404),
	/** A device of that id exists. */
	DEVICE_ALREADY_EXISTS("DeviceAlreadyExists", 409),
	/** If-Match is missing where it is required, or names another version than the current one. */
	PRECONDITION_FAILED("PreconditionFailed", 412),
	/** More than the limit of a message or a body. */
	MESSAGE_TOO_LARGE("MessageTooLarge", 413),
	/** The hub itself failed. */
	SERVER_ERROR("ServerError", 500),
	/** The service does this, this hub does not do it yet; the service itself never sends this name. */
	NOT_IMPLEMENTED("NotImplemented", 501);

	private final String wireName;
	private final int status;

	ErrorCode(String wireName, int status) {
		this.wireName = wireName;
		this.status = status;
	}

	/** The name in the header iothub-errorcode and in the body. */
	public String wireName() {
		return wireName;
	}

	/** The HTTP status it is sent with. */
	public int status() {
		return status;
	}
}
