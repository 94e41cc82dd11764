// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.errors;

/** A request that is answered with an error. Thrown by operations, turned into a reply in one place. */
public final class HubError extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final ErrorCode code;

	/** With the text that follows the name in the reply's Message. */
	public HubError(ErrorCode code, String text) {
		// expected on every bad request, so the stack is not worth its cost
		super(text, null, false, false);
		this.code = code;
	}

	/** What went wrong. */
	public ErrorCode code() {
		return code;
	}

	/** 400 ArgumentInvalid. */
	public static HubError argumentInvalid(String text) {
		return new HubError(ErrorCode.ARGUMENT_INVALID, text);
	}

	/** 401, the same for every reason. */
	public static HubError unauthorized() {
		return new HubError(ErrorCode.IOT_HUB_UNAUTHORIZED_ACCESS, "Unauthorized");
	}

	/** 404 for a device. */
	public static HubError deviceNotFound(String deviceId) {
		return new HubError(ErrorCode.DEVICE_NOT_FOUND, deviceId);
	}

	/** 409 for a device. */
	public static HubError deviceAlreadyExists(String deviceId) {
		return new HubError(ErrorCode.DEVICE_ALREADY_EXISTS,
				"A device with ID '" + deviceId + "' is already registered.");
	}

	/** 412, with what is wrong with the etag. */
	public static HubError preconditionFailed(String text) {
		return new HubError(ErrorCode.PRECONDITION_FAILED, text);
	}
}
