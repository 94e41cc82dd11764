// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.errors;

import java.util.List;
import java.util.Map;

/** A request that is answered with an error. Thrown by operations, turned into a reply in one place. */
public final class HubError extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final ErrorCode code;
	private final ErrorShape shape;
	private final transient Map<String, String> info;

	/** With the text of the reply's message, in the shape that most operations answer with. */
	public HubError(ErrorCode code, String text) {
		this(code, text, ErrorShape.GATEWAY, Map.of());
	}

	/**
	 * With the text of the reply's message.
	 *
	 * @param info what the newer shapes say beside the text; empty for nothing
	 */
	public HubError(ErrorCode code, String text, ErrorShape shape, Map<String, String> info) {
		// expected on every bad request, so the stack is not worth its cost
		super(text, null, false, false);
		this.code = code;
		this.shape = shape;
		this.info = Map.copyOf(info);
	}

	/** The same error, answered in another shape. */
	public HubError in(ErrorShape newShape) {
		return new HubError(code, String.valueOf(getMessage()), newShape, info);
	}

	/** What went wrong. */
	public ErrorCode code() {
		return code;
	}

	/** The form of the reply's body. */
	public ErrorShape shape() {
		return shape;
	}

	/** What the newer shapes say beside the text; may be empty. */
	public Map<String, String> info() {
		return info;
	}

	/** 400 ArgumentInvalid. */
	public static HubError argumentInvalid(String text) {
		return new HubError(ErrorCode.ARGUMENT_INVALID, text);
	}

	/** 401, the same for every reason but {@link #sharedKeysOff} and {@link #noPermission}. */
	public static HubError unauthorized() {
		return new HubError(ErrorCode.IOT_HUB_UNAUTHORIZED_ACCESS, "Unauthorized");
	}

	/** 401 for a token of a policy, where the keys of policies are switched off. */
	public static HubError sharedKeysOff() {
		return new HubError(ErrorCode.IOT_HUB_UNAUTHORIZED_ACCESS, "Local authentication is disabled: this hub takes no"
				+ " token that is signed with the key of a shared access policy.");
	}

	/** 401 for somebody whom Entra ID knows and who has no role for this (azure-iot-sdk-csharp#3344). */
	public static HubError noPermission(String principal, String method, List<String> path) {
		return new HubError(ErrorCode.IOT_HUB_UNAUTHORIZED, "Principal " + principal + " is not authorized for " + method + " on /"
				+ String.join("/", path) + " due to no assigned permissions");
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
