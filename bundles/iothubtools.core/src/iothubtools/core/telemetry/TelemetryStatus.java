// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;

import iothubtools.amqp.telemetry.TelemetryFailure;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.status.HubStatus;

/** What is wrong with reading what devices send, and what to do, in words. */
final class TelemetryStatus {

	private static final String PLUGIN = "iothubtools.core";

	private TelemetryStatus() {
	}

	static IStatus of(TelemetryFailure failure, HubConnection connection, String consumerGroup) {
		IStatus said = HubStatus.of(failure.exception(), connection);
		String sentence = switch (failure.reason()) {
		case HUB_NOT_REACHED -> Messages.Failure_HUB_NOT_REACHED;
		case ENDPOINT_NOT_REACHED -> Messages.Failure_ENDPOINT_NOT_REACHED;
		case UNAUTHORIZED -> Messages.Failure_UNAUTHORIZED;
		case CLOCK_OFF -> Messages.Failure_CLOCK_OFF;
		case NEEDS_KEY -> Messages.Failure_NEEDS_KEY;
		case REDIRECT_REFUSED -> Messages.Failure_REDIRECT_REFUSED;
		case NOT_FOUND -> Messages.Failure_NOT_FOUND;
		case TAKEN_OVER -> Messages.Failure_TAKEN_OVER;
		case TOO_MANY_READERS -> Messages.Failure_TOO_MANY_READERS;
		case POSITION_NOT_FOUND -> Messages.Failure_POSITION_NOT_FOUND;
		case THROTTLED -> Messages.Failure_THROTTLED;
		case OTHER -> "{2}";
		};
		String message = NLS.bind(sentence, new Object[] { failure.host(), consumerGroup, said.getMessage(), connection.name() });
		return new Status(said.getSeverity(), PLUGIN, said.getCode(), message, failure.exception());
	}
}
