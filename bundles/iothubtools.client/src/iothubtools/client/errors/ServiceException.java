// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.errors;

import java.time.Duration;

import org.eclipse.jdt.annotation.Nullable;

/** The hub answered with an error (contract §5). Match on {@link #code()}, on what it {@linkplain #isUnauthorized is} or on {@link #status()}, never on text. */
public final class ServiceException extends HubException {

	private static final long serialVersionUID = 1L;
	private static final int UNAUTHORIZED = 401;
	private static final int TOO_MANY_REQUESTS = 429;
	private static final int FIRST_SERVER_ERROR = 500;

	private final ServiceError error;

	/** What the reply said; its {@link ServiceError#summary summary} becomes the message. */
	public ServiceException(ServiceError error) {
		this(error, error.summary(), false);
	}

	private ServiceException(ServiceError error, @Nullable String message, boolean unclear) {
		super(message, null, unclear);
		this.error = error;
	}

	/** What a hub said over AMQP; its {@link ServiceError#words words} become the message. */
	public static ServiceException overAmqp(ServiceError error) {
		return new ServiceException(error, error.words(), false);
	}

	@Override
	public ServiceException asUnclear() {
		return new ServiceException(error, getMessage(), true);
	}

	/** The HTTP status of the reply, 300 or more; of an error over AMQP the one that means the same, 0 where there is none. */
	public int status() {
		return error.status();
	}

	/** Whether the hub does not believe who asks, or that it may: 401, however the error is called. */
	public boolean isUnauthorized() {
		return status() == UNAUTHORIZED;
	}

	/** Whether the hub is asked more often than it allows, and has done nothing: 429. */
	public boolean isThrottled() {
		return status() == TOO_MANY_REQUESTS;
	}

	/** Whether the fault is the hub's: 500 or more. */
	public boolean isServerError() {
		return status() >= FIRST_SERVER_ERROR;
	}

	/** The error by name; {@link HubErrorCode#UNKNOWN} for one this version does not know. */
	public HubErrorCode code() {
		return error.code();
	}

	/**
	 * Whether the hub refuses because its shared keys are switched off ({@code disableLocalAuth}): no key of a policy opens it,
	 * only Microsoft Entra ID does. The service has no code of its own for it, so that a hub may also refuse without this.
	 */
	public boolean sharedKeysOff() {
		return error.sharedKeysOff();
	}

	/** Of a direct method: whether the device is connected and takes none; other than that it is not connected (contract §3.6). */
	public boolean notSubscribed() {
		return error.notSubscribed();
	}

	/** The service's name of the error, e.g. {@code DeviceNotFound}; empty if the reply names none. */
	public String errorName() {
		return error.name();
	}

	/** The service's number of the error, e.g. 404001; 0 if neither the reply gives it nor the name implies it. */
	public int errorNumber() {
		return error.number();
	}

	/** What the service says about the error, without wrappers and tracking id; may be empty. */
	public String serviceMessage() {
		return error.message();
	}

	/** The id by which Azure support finds the call, exactly as the service wrote it. */
	public @Nullable String trackingId() {
		return error.trackingId();
	}

	/** How long the service asks to wait before the next try. */
	public @Nullable Duration retryAfter() {
		return error.retryAfter();
	}

	/**
	 * On a 401, the hub's clock minus this machine's, to the second; positive when this machine is behind, which makes
	 * tokens expire too early (contract §9.24). Null for other errors and for a reply without a date.
	 */
	public @Nullable Duration clockSkew() {
		return error.clockSkew();
	}
}
