// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.status;

import org.eclipse.core.runtime.IStatus;

/**
 * What went wrong, for code that reacts to it; {@link IStatus#getCode()} is the ordinal. A failure of a new kind is an entry here
 * with its severity and sentence, and a line where its exception or wire code is told apart.
 * <p>
 * A failure of the far end is a WARNING, as nothing is lost by it: once the network, the hub or its settings are in order, the same
 * can be done again. An ERROR is what is wrong on this side, what nobody understood, and, whatever the code, a failure that leaves
 * it open what the hub has done.
 */
public enum HubStatusCode {
	CANCELLED(IStatus.CANCEL, Messages.Cancelled),
	// no connection
	NAME_NOT_FOUND(IStatus.WARNING, Messages.NameNotFound),
	REFUSED(IStatus.WARNING, Messages.Refused),
	AMQP_UNREACHED(IStatus.WARNING, Messages.AmqpUnreached),
	UNREACHABLE(IStatus.WARNING, Messages.Unreachable),
	CONNECT_TIMEOUT(IStatus.WARNING, Messages.ConnectTimeout),
	TIMEOUT(IStatus.WARNING, Messages.Timeout),
	CONNECTION_LOST(IStatus.WARNING, Messages.ConnectionLost),
	TLS_NOT_TRUSTED(IStatus.WARNING, Messages.TlsNotTrusted),
	TLS_HOST_MISMATCH(IStatus.WARNING, Messages.TlsHostMismatch),
	TLS_FAILED(IStatus.WARNING, Messages.TlsFailed),
	PROXY_REFUSED(IStatus.WARNING, Messages.ProxyRefused),
	PROXY_AUTHENTICATION(IStatus.WARNING, Messages.ProxyAuthentication),
	// the service said no
	HUB_GONE(IStatus.WARNING, Messages.HubGone),
	UNAUTHORIZED(IStatus.WARNING, Messages.Unauthorized),
	RIGHT_MISSING(IStatus.WARNING, Messages.RightMissing),
	TOKEN_REFUSED(IStatus.WARNING, Messages.TokenRefused),
	NO_ROLE(IStatus.WARNING, Messages.NoRole),
	SHARED_KEYS_OFF(IStatus.WARNING, Messages.SharedKeysOff),
	KEY_NEEDED(IStatus.WARNING, Messages.KeyNeeded),
	DEVICE_UNAUTHORIZED(IStatus.WARNING, Messages.DeviceUnauthorized),
	CLOCK_OFF(IStatus.WARNING, Messages.ClockOff),
	FORBIDDEN(IStatus.WARNING, Messages.Forbidden),
	DEVICE_DISABLED(IStatus.WARNING, Messages.DeviceDisabled),
	QUOTA(IStatus.WARNING, Messages.Quota),
	NOT_FOUND(IStatus.WARNING, Messages.NotFound),
	ALREADY_EXISTS(IStatus.WARNING, Messages.AlreadyExists),
	CHANGED_MEANWHILE(IStatus.WARNING, Messages.ChangedMeanwhile),
	OTHER_DEVICE(IStatus.WARNING, Messages.OtherDevice),
	TOO_LARGE(IStatus.WARNING, Messages.TooLarge),
	MESSAGE_TOO_LARGE(IStatus.WARNING, Messages.MessageTooLarge),
	QUEUE_FULL(IStatus.WARNING, Messages.QueueFull),
	DEVICE_OFFLINE(IStatus.WARNING, Messages.DeviceOffline),
	NOT_SUBSCRIBED(IStatus.WARNING, Messages.NotSubscribed),
	METHOD_TIMEOUT(IStatus.WARNING, Messages.MethodTimeout),
	DEVICE_LEFT(IStatus.WARNING, Messages.DeviceLeft),
	METHODS_WAITING(IStatus.WARNING, Messages.MethodsWaiting),
	TOO_MANY_DEVICES(IStatus.WARNING, Messages.TooManyDevices),
	TOO_MANY_CONFIGURATIONS(IStatus.WARNING, Messages.TooManyConfigurations),
	TOO_MANY_JOBS(IStatus.WARNING, Messages.TooManyJobs),
	JOB_BEGUN(IStatus.WARNING, Messages.JobBegun),
	THROTTLED(IStatus.WARNING, Messages.Throttled),
	WITHOUT_TWIN(IStatus.WARNING, Messages.WithoutTwin),
	REFUSED_REQUEST(IStatus.WARNING, Messages.RefusedRequest),
	NOT_SUPPORTED(IStatus.WARNING, Messages.NotSupported),
	SERVICE_TROUBLE(IStatus.WARNING, Messages.ServiceTrouble),
	// something answered that is no hub
	NOT_JSON(IStatus.WARNING, Messages.NotJson),
	TRUNCATED(IStatus.WARNING, Messages.Truncated),
	TOO_LARGE_REPLY(IStatus.WARNING, Messages.TooLargeReply),
	UNEXPECTED_REPLY(IStatus.ERROR, Messages.UnexpectedReply),
	// nothing was sent
	SECRETS_REFUSED(IStatus.ERROR, Messages.SecretsRefused),
	SECRETS_UNREADABLE(IStatus.ERROR, Messages.SecretsUnreadable),
	SECRETS_UNWRITABLE(IStatus.ERROR, Messages.SecretsUnwritable),
	MISSING_KEY(IStatus.ERROR, Messages.MissingKey),
	CA_CERTIFICATE(IStatus.ERROR, Messages.CaCertificate),
	INVALID_INPUT(IStatus.ERROR, Messages.InvalidInput),
	FILE_UNUSABLE(IStatus.ERROR, Messages.FileUnusable),
	AZURE_CLI_MISSING(IStatus.ERROR, Messages.AzureCliMissing),
	NOT_SIGNED_IN(IStatus.WARNING, Messages.NotSignedIn),
	WRONG_TENANT(IStatus.WARNING, Messages.WrongTenant),
	SIGN_IN_TIMEOUT(IStatus.WARNING, Messages.SignInTimeout),
	SIGN_IN_FAILED(IStatus.WARNING, Messages.SignInFailed),
	INTERNAL(IStatus.ERROR, Messages.Internal);

	private final int severity;
	private final String text;

	HubStatusCode(int severity, String text) {
		this.severity = severity;
		this.text = text;
	}

	/**
	 * As of {@link IStatus#getSeverity()}.
	 *
	 * @param unclear whether the hub may have done it all the same
	 */
	int severity(boolean unclear) {
		return unclear ? IStatus.ERROR : severity;
	}

	/** The sentence: {0} is the host, {1} the connection, {2} its policy, {3} what the other side says and {4} the HTTP status. */
	String text() {
		return text;
	}
}
