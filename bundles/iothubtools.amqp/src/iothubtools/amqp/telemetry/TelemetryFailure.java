// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.telemetry;

import iothubtools.client.errors.ConnectionException;
import iothubtools.client.errors.HubException;

/**
 * Why nothing is read, now or any more.
 *
 * @param reason    what kind of failure it is; each needs a remedy of its own
 * @param host      where it failed: the hub, or the Event Hub it leads to
 * @param exception what was said, with the tracking id where there is one
 */
public record TelemetryFailure(Reason reason, String host, HubException exception) {

	/** What to tell apart. */
	public enum Reason {
		/** The hub is not reached; the {@link ConnectionException} says why. */
		HUB_NOT_REACHED,
		/** The Event Hub is not reached that the hub leads to, or that was given; the {@link ConnectionException} says why. */
		ENDPOINT_NOT_REACHED,
		/** The key is not the one of the policy, or the policy lacks the right ServiceConnect. */
		UNAUTHORIZED,
		/** The token is too old as soon as it is made: the clock of this machine is off. */
		CLOCK_OFF,
		/** The built-in endpoint takes keys only, no sign-in at Microsoft Entra ID. */
		NEEDS_KEY,
		/** The hub leads to a host that is no Event Hub of its own cloud: a person should be asked, see {@link TelemetryRequest#allowedHosts}. */
		REDIRECT_REFUSED,
		/** There is no such consumer group, or no such event hub. */
		NOT_FOUND,
		/** Another reader has the partition alone, by an epoch (<em>owner level</em>). */
		TAKEN_OVER,
		/** Five others read the partition in this consumer group already. */
		TOO_MANY_READERS,
		/** The place to begin at is not in the partition. */
		POSITION_NOT_FOUND,
		/** The service is busy or wants to be asked less often; it is asked again later. */
		THROTTLED,
		/** Something else, which the exception says. */
		OTHER
	}
}
