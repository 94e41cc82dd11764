// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.telemetry;

import java.util.Set;

import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.Delivery;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.internal.AmqpLink;
import iothubtools.amqp.internal.AzureClouds;
import iothubtools.amqp.internal.EventHubAddress;
import iothubtools.amqp.telemetry.TelemetryFailure;
import iothubtools.amqp.telemetry.TelemetryFailure.Reason;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ProtocolException;

/** What a hub answers to whoever wants to read at it: where its built-in endpoint is (contract §7.2). On the loop's thread only. */
final class Redirection implements AmqpLink {

	/** Whoever asked. */
	interface Asker {

		/** The endpoint is there. */
		void leadTo(EventHubAddress address);

		/** There is none to go to. */
		void notLed(TelemetryFailure why);
	}

	private final String host;
	private final Set<String> allowed;
	private final Asker asker;

	/**
	 * @param host    the hub
	 * @param allowed where it may lead beside its own cloud, as a person has said so
	 */
	Redirection(String host, Set<String> allowed, Asker asker) {
		this.host = host;
		this.allowed = allowed;
		this.asker = asker;
	}

	@Override
	public void delivery(Delivery delivery) {
		delivery.settle();
	}

	@Override
	public void ended(HubException why) {
		// of the connection, which is told of by itself
	}

	@Override
	public void ended(@Nullable ErrorCondition condition, HubException why) {
		if (condition == null || !EventHubAddress.isRedirect(condition)) {
			asker.notLed(TelemetryFailures.of(why, host, true));
			return;
		}
		EventHubAddress address = EventHubAddress.redirected(condition);
		if (address == null) {
			asker.notLed(TelemetryFailures.unexpected(host, "The hub leads to no place where its built-in endpoint could be"));
		} else if (!AzureClouds.mayLead(host, address.host()) && !allowed.contains(address.host())) {
			asker.notLed(new TelemetryFailure(Reason.REDIRECT_REFUSED, address.host(), new ProtocolException(ProtocolException.Kind.UNEXPECTED, 0,
					"The hub leads to " + address.host() + ", which is no Event Hub of its own cloud", null)));
		} else {
			asker.leadTo(address);
		}
	}
}
