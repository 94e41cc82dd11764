// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.status;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.ConnectionException;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.errors.SignInException;
import iothubtools.core.connections.MissingKeyException;
import iothubtools.core.connections.SecretStoreException;
import iothubtools.core.connections.TrustException;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.hubs.HubRight;

/**
 * The outcome of work with a hub as a person reads it: what happened and what to do. {@link #of} is the one table from a
 * failure to a status; it decides by type and code, never by message text.
 */
public final class HubStatus extends Status {

	private static final String PLUGIN = "iothubtools.core";

	private final HubStatusCode hubCode;
	private final HubConnection connection;
	private final @Nullable String trackingId;
	private final boolean unclear;

	private HubStatus(HubStatusCode code, HubConnection connection, String message, @Nullable String trackingId,
			@Nullable Throwable cause) {
		super(code.severity(unclear(cause)), PLUGIN, code.ordinal(), message, cause);
		this.hubCode = code;
		this.connection = connection;
		this.trackingId = trackingId;
		unclear = unclear(cause);
	}

	private HubStatus(HubStatusCode code, HubStatus same, String message) {
		super(code.severity(same.unclear), PLUGIN, code.ordinal(), message, null);
		hubCode = code;
		connection = same.connection;
		trackingId = same.trackingId;
		unclear = same.unclear;
	}

	private static boolean unclear(@Nullable Throwable cause) {
		return cause instanceof HubException hub && hub.isUnclear();
	}

	/** The status of a failure met while working with {@code connection}; severity CANCEL for a cancel. */
	public static HubStatus of(Throwable failure, HubConnection connection) {
		return of(failure, connection, Set.of());
	}

	/** @param missing rights that the connection is known to lack: they are named in place of all that a refusal may mean */
	public static HubStatus of(Throwable failure, HubConnection connection, Set<HubRight> missing) {
		StatusText text = new StatusText(connection);
		if (failure instanceof CancellationException || failure instanceof OperationCanceledException) {
			return new HubStatus(HubStatusCode.CANCELLED, connection, HubStatusCode.CANCELLED.text(), null, null);
		}
		if (failure instanceof ServiceException service) {
			HubStatusCode code = ServiceCodes.of(service, connection);
			if (code == HubStatusCode.UNAUTHORIZED && !missing.isEmpty()) {
				return new HubStatus(HubStatusCode.RIGHT_MISSING, connection, text.lacking(missing, service), service.trackingId(), failure);
			}
			return new HubStatus(code, connection, text.of(code, service), service.trackingId(), failure);
		}
		HubStatusCode code = codeOf(failure);
		String trackingId = failure.getCause() instanceof ServiceException service ? service.trackingId() : null;
		return new HubStatus(code, connection, StatusText.tracked(text.of(code, failure), trackingId), trackingId, failure);
	}

	private static HubStatusCode codeOf(Throwable failure) {
		if (failure instanceof ConnectionException connection) {
			return ConnectionCodes.of(connection.kind());
		} else if (failure instanceof ProtocolException protocol) {
			return ConnectionCodes.of(protocol.kind());
		} else if (failure instanceof SignInException signIn) {
			return switch (signIn.kind()) {
			case TOOL_NOT_FOUND -> HubStatusCode.AZURE_CLI_MISSING;
			case NOT_SIGNED_IN -> HubStatusCode.NOT_SIGNED_IN;
			case WRONG_TENANT -> HubStatusCode.WRONG_TENANT;
			case TIMEOUT -> HubStatusCode.SIGN_IN_TIMEOUT;
			case FAILED -> HubStatusCode.SIGN_IN_FAILED;
			};
		} else if (failure instanceof SecretStoreException secrets) {
			return switch (secrets.reason()) {
			case REFUSED -> HubStatusCode.SECRETS_REFUSED;
			case UNREADABLE -> HubStatusCode.SECRETS_UNREADABLE;
			case UNWRITABLE -> HubStatusCode.SECRETS_UNWRITABLE;
			};
		} else if (failure instanceof MissingKeyException) {
			return HubStatusCode.MISSING_KEY;
		} else if (failure instanceof TrustException) {
			return HubStatusCode.CA_CERTIFICATE;
		} else if (failure instanceof DeviceRefusedException device) {
			return device.disabled() ? HubStatusCode.DEVICE_DISABLED : HubStatusCode.DEVICE_UNAUTHORIZED;
		} else if (failure instanceof OtherDeviceException) {
			return HubStatusCode.OTHER_DEVICE;
		} else if (failure instanceof InvalidInputException) {
			return HubStatusCode.INVALID_INPUT;
		} else if (failure instanceof IOException) {
			return HubStatusCode.FILE_UNUSABLE;
		}
		return HubStatusCode.INTERNAL;
	}

	/** The code of any status: the one of a HubStatus, INTERNAL for others. */
	public static HubStatusCode code(IStatus status) {
		return status instanceof HubStatus hub ? hub.hubCode : HubStatusCode.INTERNAL;
	}

	/** The same as {@link #saying(String)}, where more is known of it than its exception tells. */
	public HubStatus saying(HubStatusCode code, String message) {
		return new HubStatus(code, this, message);
	}

	/** What went wrong, for code that reacts to it. */
	public HubStatusCode hubCode() {
		return hubCode;
	}

	/** The connection that was worked with. */
	public HubConnection connection() {
		return connection;
	}

	/** Whether the hub may have done it all the same, so that somebody has to look before it is done again. */
	public boolean isUnclear() {
		return unclear;
	}

	/** The same failure in other words, as those that say what it prevented, for a person: without its exception. */
	public HubStatus saying(String message) {
		return new HubStatus(hubCode, this, message);
	}

	/** The service's tracking id for a support request (contract §5.1), or null. */
	public @Nullable String trackingId() {
		return trackingId;
	}
}
