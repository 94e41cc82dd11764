// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.configurations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.Configurations;
import iothubtools.client.HubCall;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.configurations.Configuration;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.ServiceOperation;
import iothubtools.core.tasks.ItemOutcome;
import iothubtools.core.tasks.TaskOutcome;

/**
 * Creates or changes configurations, one after another, as the service has no call for several (contract §3.10): those without an etag are created,
 * the others written over the version whose etag they have. One that the hub refuses does not stop the others; a hub that refuses all does.
 */
record WriteConfigurationsOperation(HubConnection connection, List<Configuration> configurations) implements ServiceOperation<TaskOutcome> {

	/** What says nothing of the others: what was sent is wrong, it is gone, there already, or changed by somebody else. */
	private static final Set<Integer> OF_ONE = Set.of(400, 404, 409, 412);

	WriteConfigurationsOperation {
		configurations = List.copyOf(configurations);
	}

	@Override
	public String title() {
		return NLS.bind(Messages.WriteConfigurations_title, connection.name());
	}

	@Override
	public Kind kind() {
		return Kind.WRITE;
	}

	/** A cancel while it runs is no exception but an outcome. */
	@Override
	public TaskOutcome run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
		cancellation.check();
		Map<String, ItemOutcome> outcomes = new LinkedHashMap<>();
		configurations.forEach(each -> outcomes.put(each.id(), ItemOutcome.notTried(each.id())));
		SubMonitor progress = monitor.setWorkRemaining(configurations.size());
		for (Configuration each : configurations) {
			progress.subTask(NLS.bind(Messages.WriteConfigurations_progress, each.id()));
			try {
				outcomes.put(each.id(), ItemOutcome.unknown(each.id()));
				write(each, session).await(cancellation);
				outcomes.put(each.id(), ItemOutcome.done(each.id()));
			} catch (CancellationException e) {
				return new TaskOutcome(List.copyOf(outcomes.values()), true);
			} catch (HubException e) {
				outcomes.put(each.id(), outcome(each, e));
				if (!(e instanceof ServiceException refused && OF_ONE.contains(refused.status()))) {
					break;
				}
			} finally {
				// one without an answer may be there now, and one that was refused is another one than somebody saw
				events.fire(new HubEvent.ConfigurationsChanged(connection, each.id()));
			}
			progress.worked(1);
		}
		return new TaskOutcome(List.copyOf(outcomes.values()), false);
	}

	private static HubCall<Configuration> write(Configuration configuration, HubSession session) {
		Configurations hub = session.client().configurations();
		return configuration.etag().isEmpty() ? hub.create(configuration) : hub.replace(configuration);
	}

	private static ItemOutcome outcome(Configuration configuration, HubException failure) {
		boolean exists = failure instanceof ServiceException refused && refused.code() == HubErrorCode.CONFIGURATION_ALREADY_EXISTS;
		return exists ? ItemOutcome.exists(configuration.id()).because(Messages.Copy_meanwhile) : ItemOutcome.failed(configuration.id(), failure);
	}
}
