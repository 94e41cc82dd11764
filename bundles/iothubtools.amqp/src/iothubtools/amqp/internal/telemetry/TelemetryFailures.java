// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.telemetry;

import java.util.Locale;
import java.util.Set;

import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.internal.AmqpFailures;
import iothubtools.amqp.telemetry.TelemetryFailure;
import iothubtools.amqp.telemetry.TelemetryFailure.Reason;
import iothubtools.client.errors.ConnectionException;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.errors.ServiceException;

/** Tells apart why telemetry is not read. */
final class TelemetryFailures {

	private static final Set<HubErrorCode> BUSY = Set.of(HubErrorCode.THROTTLING_EXCEPTION, HubErrorCode.THROTTLE_BACKLOG_LIMIT_EXCEEDED,
			HubErrorCode.THROTTLING_BACKLOG_TIMEOUT, HubErrorCode.DEVICE_THROTTLING_LIMIT_EXCEEDED, HubErrorCode.SERVER_BUSY);

	private TelemetryFailures() {
	}

	/** Of a hub, or of the connection to an Event Hub. */
	static TelemetryFailure of(HubException why, String host, boolean hub) {
		if (why instanceof ConnectionException) {
			return new TelemetryFailure(hub ? Reason.HUB_NOT_REACHED : Reason.ENDPOINT_NOT_REACHED, host, why);
		}
		return new TelemetryFailure(why instanceof ServiceException service ? reason(service) : Reason.OTHER, host, why);
	}

	/** Of the link of a partition. */
	static TelemetryFailure of(@Nullable ErrorCondition condition, HubException why, String host) {
		String symbol = condition == null || condition.getCondition() == null ? "" : condition.getCondition().toString();
		return switch (symbol) {
		case "amqp:link:stolen" -> new TelemetryFailure(Reason.TAKEN_OVER, host, AmqpFailures.unnamed(condition));
		case "amqp:resource-limit-exceeded" -> new TelemetryFailure(Reason.TOO_MANY_READERS, host, AmqpFailures.unnamed(condition));
		case "com.microsoft:argument-error", "com.microsoft:argument-out-of-range" -> new TelemetryFailure(Reason.POSITION_NOT_FOUND, host, why);
		default -> of(why, host, false);
		};
	}

	/** What answers is no hub, or no Event Hub. */
	static TelemetryFailure unexpected(String host, String text) {
		return new TelemetryFailure(Reason.OTHER, host, new ProtocolException(ProtocolException.Kind.UNEXPECTED, 0, text, null));
	}

	private static Reason reason(ServiceException service) {
		if (BUSY.contains(service.code())) {
			return Reason.THROTTLED;
		}
		if (service.code() == HubErrorCode.IOT_HUB_NOT_FOUND) {
			// its number is one of refusals, but there is nobody who refuses
			return Reason.OTHER;
		}
		return switch (service.status()) {
		// there is no code for it
		case 401, 403 -> service.serviceMessage().toLowerCase(Locale.ROOT).contains("expired") ? Reason.CLOCK_OFF : Reason.UNAUTHORIZED;
		case 404 -> Reason.NOT_FOUND;
		case 429, 503 -> Reason.THROTTLED;
		default -> Reason.OTHER;
		};
	}

	/** Whether the next try may have more luck. */
	static boolean isPassing(TelemetryFailure failure) {
		return switch (failure.reason()) {
		case HUB_NOT_REACHED, ENDPOINT_NOT_REACHED, THROTTLED -> true;
		case OTHER -> failure.exception() instanceof ServiceException service && AmqpFailures.isPassing(service);
		default -> false;
		};
	}
}
