// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.methods.DirectMethod;
import iothubtools.client.names.ClientId;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.hubs.HubRight;
import iothubtools.core.tasks.MethodCalls;
import iothubtools.core.tasks.MethodOutcome;
import iothubtools.core.tasks.MethodOutcomes;

/**
 * Invokes a direct method at devices or modules: POST /twins/{id}/methods (contract §3.6), and tells what became of it at each. What was
 * run before a cancel is told; a cancel reaches no device.
 *
 * @param listener hears of each outcome as it comes, on the thread of the operation
 */
public record InvokeMethodOperation(HubConnection connection, List<ClientId> targets, DirectMethod method, Consumer<MethodOutcome> listener)
		implements HubOperation<MethodOutcomes> {

	/** The right without which it is refused. */
	public static final Set<HubRight> NEEDS = Set.of(HubRight.SERVICE_CONNECT);

	public InvokeMethodOperation {
		targets = List.copyOf(targets);
	}

	@Override
	public String title() {
		return NLS.bind(targets.size() == 1 ? Messages.InvokeMethod_title_one : Messages.InvokeMethod_title_many,
				new Object[] { method.name(), targets.size() == 1 ? targets.get(0) : targets.size() });
	}

	@Override
	public Kind kind() {
		return Kind.MESSAGE;
	}

	@Override
	public MethodOutcomes run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) {
		AtomicBoolean refused = new AtomicBoolean();
		List<MethodOutcome> outcomes = new MethodCalls(targets, method, outcome -> {
			// before it is told, so that the right that is missing is named
			if (RefusedRights.isSuspected(outcome.failure()) && !refused.getAndSet(true)) {
				RefusedRights.explain(session, cancellation);
			}
			listener.accept(outcome);
		}).run(session, monitor, cancellation);
		List<String> gone = outcomes.stream().filter(outcome -> outcome.target().moduleId() == null
				&& outcome.failure() instanceof ServiceException service && service.code() == HubErrorCode.DEVICE_NOT_FOUND)
				.map(outcome -> outcome.target().deviceId()).toList();
		GoneDevices.tell(gone, connection, session, events);
		return new MethodOutcomes(outcomes, cancellation.isCancelled());
	}
}
