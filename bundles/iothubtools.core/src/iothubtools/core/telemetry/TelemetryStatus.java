// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.osgi.util.NLS;

import iothubtools.amqp.telemetry.TelemetryFailure;
import iothubtools.amqp.telemetry.TelemetryFailure.Reason;
import iothubtools.client.errors.ConnectionException;
import iothubtools.core.hubs.ConnectionKind;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;

/** What is wrong with reading what devices send, and what to do, in words. */
final class TelemetryStatus {

	private TelemetryStatus() {
	}

	static HubStatus of(TelemetryFailure failure, HubConnection connection, String consumerGroup) {
		HubStatus said = HubStatus.of(failure.exception(), connection);
		// no firewall is on the way to a hub on this machine
		boolean local = LocalHubService.isLocal(connection);
		String sentence = switch (failure.reason()) {
		case ENDPOINT_NOT_REACHED -> local || connection.isEventHub() ? "{2}" : Messages.Failure_ENDPOINT_NOT_REACHED;
		case UNAUTHORIZED -> connection.isEventHub() ? Messages.Failure_UNAUTHORIZED_endpoint : Messages.Failure_UNAUTHORIZED;
		case CLOCK_OFF -> Messages.Failure_CLOCK_OFF;
		case NEEDS_KEY -> Messages.Failure_NEEDS_KEY;
		case REDIRECT_REFUSED -> Messages.Failure_REDIRECT_REFUSED;
		case NOT_FOUND -> connection.isEventHub() ? Messages.Failure_NOT_FOUND_endpoint : Messages.Failure_NOT_FOUND;
		case TAKEN_OVER -> Messages.Failure_TAKEN_OVER;
		case TOO_MANY_READERS -> Messages.Failure_TOO_MANY_READERS;
		case POSITION_NOT_FOUND -> Messages.Failure_POSITION_NOT_FOUND;
		case THROTTLED -> Messages.Failure_THROTTLED;
		case HUB_NOT_REACHED, OTHER -> "{2}";
		};
		String entity = connection.kind() instanceof ConnectionKind.EventHub endpoint ? endpoint.entity() : "";
		String message = NLS.bind(sentence,
				new Object[] { failure.host(), consumerGroup, said.getMessage(), connection.name(), entity, connection.policyName() });
		return said.saying(code(failure.reason(), said.hubCode(), local), !local && mayBeFirewall(failure) ? NLS.bind(Messages.Failure_FIREWALL, message) : message);
	}

	/** No word came back; a proxy, or a certificate, says something else. */
	private static boolean mayBeFirewall(TelemetryFailure failure) {
		return failure.exception() instanceof ConnectionException lost && switch (lost.kind()) {
		case REFUSED, CONNECT_TIMEOUT, TIMEOUT, UNREACHABLE, AMQP_UNREACHED -> true;
		default -> false;
		};
	}

	/** Of what has not come to the Event Hub at all: there is no hub connection whose key could be entered. */
	static IStatus ofOpening(IStatus outcome, HubConnection connection) {
		return connection.isEventHub() && outcome instanceof HubStatus status && status.hubCode() == HubStatusCode.MISSING_KEY
				? status.saying(NLS.bind(Messages.Failure_MISSING_KEY_endpoint, connection.name()))
				: outcome;
	}

	/** An Event Hub says some of it with other codes than a hub, and is another host than that of the connection. */
	private static HubStatusCode code(Reason reason, HubStatusCode said, boolean local) {
		return switch (reason) {
		case UNAUTHORIZED -> HubStatusCode.UNAUTHORIZED;
		case CLOCK_OFF -> HubStatusCode.CLOCK_OFF;
		case NEEDS_KEY -> HubStatusCode.KEY_NEEDED;
		case NOT_FOUND, TAKEN_OVER, TOO_MANY_READERS, POSITION_NOT_FOUND -> HubStatusCode.REFUSED_REQUEST;
		case THROTTLED -> HubStatusCode.THROTTLED;
		case ENDPOINT_NOT_REACHED ->
			!local && (said == HubStatusCode.REFUSED || said == HubStatusCode.NAME_NOT_FOUND) ? HubStatusCode.UNREACHABLE : said;
		case HUB_NOT_REACHED, REDIRECT_REFUSED, OTHER -> said;
		};
	}
}
