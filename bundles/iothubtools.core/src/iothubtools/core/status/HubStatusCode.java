// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.status;

import org.eclipse.core.runtime.IStatus;

/**
 * What went wrong, for code that reacts to it; {@link IStatus#getCode()} is the ordinal. A failure of a new kind is an entry here
 * with its sentence, and a line where its exception or wire code is told apart.
 */
public enum HubStatusCode {
	CANCELLED(IStatus.CANCEL, Messages.Cancelled),
	// no connection
	NAME_NOT_FOUND(Messages.NameNotFound),
	REFUSED(Messages.Refused),
	UNREACHABLE(Messages.Unreachable),
	TIMEOUT(Messages.Timeout),
	CONNECTION_LOST(Messages.ConnectionLost),
	TLS_NOT_TRUSTED(Messages.TlsNotTrusted),
	TLS_HOST_MISMATCH(Messages.TlsHostMismatch),
	TLS_FAILED(Messages.TlsFailed),
	PROXY_REFUSED(Messages.ProxyRefused),
	PROXY_AUTHENTICATION(Messages.ProxyAuthentication),
	// the service said no
	UNAUTHORIZED(Messages.Unauthorized),
	TOKEN_REFUSED(Messages.TokenRefused),
	NO_ROLE(Messages.NoRole),
	SHARED_KEYS_OFF(Messages.SharedKeysOff),
	DEVICE_UNAUTHORIZED(Messages.DeviceUnauthorized),
	CLOCK_OFF(Messages.ClockOff),
	FORBIDDEN(Messages.Forbidden),
	DEVICE_DISABLED(Messages.DeviceDisabled),
	QUOTA(Messages.Quota),
	NOT_FOUND(Messages.NotFound),
	ALREADY_EXISTS(Messages.AlreadyExists),
	CHANGED_MEANWHILE(Messages.ChangedMeanwhile),
	TOO_LARGE(Messages.TooLarge),
	TOO_MANY_DEVICES(Messages.TooManyDevices),
	THROTTLED(Messages.Throttled),
	REFUSED_REQUEST(Messages.RefusedRequest),
	NOT_SUPPORTED(Messages.NotSupported),
	SERVICE_TROUBLE(Messages.ServiceTrouble),
	// something answered that is no hub
	NOT_JSON(Messages.NotJson),
	TRUNCATED(Messages.Truncated),
	TOO_LARGE_REPLY(Messages.TooLargeReply),
	UNEXPECTED_REPLY(Messages.UnexpectedReply),
	// nothing was sent
	SECRETS_REFUSED(Messages.SecretsRefused),
	SECRETS_UNREADABLE(Messages.SecretsUnreadable),
	SECRETS_UNWRITABLE(Messages.SecretsUnwritable),
	MISSING_KEY(Messages.MissingKey),
	CA_CERTIFICATE(Messages.CaCertificate),
	INVALID_INPUT(Messages.InvalidInput),
	AZURE_CLI_MISSING(Messages.AzureCliMissing),
	NOT_SIGNED_IN(Messages.NotSignedIn),
	WRONG_TENANT(Messages.WrongTenant),
	SIGN_IN_TIMEOUT(Messages.SignInTimeout),
	SIGN_IN_FAILED(Messages.SignInFailed),
	INTERNAL(Messages.Internal);

	private final int severity;
	private final String text;

	HubStatusCode(String text) {
		this(IStatus.ERROR, text);
	}

	HubStatusCode(int severity, String text) {
		this.severity = severity;
		this.text = text;
	}

	/** As of {@link IStatus#getSeverity()}. */
	int severity() {
		return severity;
	}

	/** The sentence: {0} is the host, {1} the connection, {2} its policy, {3} what the other side says and {4} the HTTP status. */
	String text() {
		return text;
	}
}
