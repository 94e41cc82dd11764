// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.enablement;

import java.util.List;

import org.eclipse.core.expressions.PropertyTester;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;

import iothubtools.client.jobs.JobStatus;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.hubs.HubRight;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.ui.internal.model.ConfigurationNode;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubElement;
import iothubtools.ui.internal.model.HubNode;
import iothubtools.ui.internal.model.JobNode;
import iothubtools.ui.internal.model.QueryNode;

/** Tells what is selected. Looks at each element once, because a selection may hold 100,000. */
public final class SelectionPropertyTester extends PropertyTester {

	/** What the names of properties begin with that ask for a right; of nothing that is selected nothing is known to be missing. */
	private static final String MAY = "may";

	@Override
	public boolean test(@Nullable Object receiver, @Nullable String property, Object @Nullable [] args,
			@Nullable Object expectedValue) {
		if (!(receiver instanceof ISelection any) || property == null) {
			return false;
		}
		if (property.startsWith(MAY)) {
			return any.isEmpty() || !(any instanceof IStructuredSelection selection) || may(property, selection.toList());
		}
		if (!(any instanceof IStructuredSelection selection) || selection.isEmpty()) {
			return false;
		}
		List<?> elements = selection.toList();
		return switch (property) {
		case "oneDevice" -> elements.size() == 1 && elements.get(0) instanceof DeviceNode;
		case "oneEdgeDevice" -> elements.size() == 1 && elements.get(0) instanceof DeviceNode node && node.device().iotEdge();
		case "anyDevice" -> elements.stream().anyMatch(DeviceNode.class::isInstance);
		case "devicesOfOneHub" -> isOfOneHub(elements);
		case "anySecret" -> elements.stream().anyMatch(SelectionPropertyTester::hasSecret);
		case "anyHubElement" -> elements.get(0) instanceof HubElement;
		case "oneHub" -> elements.size() == 1 && elements.get(0) instanceof HubNode;
		case "waitingJobs" -> elements.stream().allMatch(element -> element instanceof JobNode node && isWaiting(node.job().status()));
		case "configurations" -> elements.stream().allMatch(ConfigurationNode.class::isInstance);
		case "oneQuery" -> elements.size() == 1 && elements.get(0) instanceof QueryNode;
		case "oneLocalHub" -> elements.size() == 1 && elements.get(0) instanceof HubNode hub && LocalHubService.isLocal(hub.connection());
		case "notDefaultHub" -> elements.size() == 1 && elements.get(0) instanceof HubNode hub && !isDefault(hub);
		default -> false;
		};
	}

	/** Whether no policy of their hubs is known to lack the right: what is not known may be tried. */
	private static boolean may(String property, List<?> elements) {
		HubRight right = switch (property) {
		case "mayRead" -> HubRight.REGISTRY_READ;
		case "mayWrite" -> HubRight.REGISTRY_WRITE;
		default -> HubRight.SERVICE_CONNECT;
		};
		HubConnection last = null;
		for (Object element : elements) {
			HubElement hubElement = element instanceof HubElement own ? own : Adapters.adapt(element, HubElement.class);
			if (hubElement != null && hubElement.connection() != last) {
				last = hubElement.connection();
				if (IotHubCore.get().rights().missing(last).contains(right)) {
					return false;
				}
			}
		}
		return true;
	}

	/** A hub cancels no others; one in a state that is not known may be tried. */
	private static boolean isWaiting(JobStatus status) {
		return status != JobStatus.RUNNING && !status.isFinal();
	}

	private static boolean isOfOneHub(List<?> elements) {
		List<String> hubs = elements.stream().filter(DeviceNode.class::isInstance)
				.map(device -> ((DeviceNode) device).connection().id()).distinct().limit(2).toList();
		return hubs.size() == 1;
	}

	/** Whether there is a key to read; that of a device may turn out to be a certificate. */
	private static boolean hasSecret(Object element) {
		return element instanceof DeviceNode || element instanceof HubNode hub && !hub.connection().isEntra();
	}

	private static boolean isDefault(HubNode hub) {
		HubConnection connection = IotHubCore.get().connections().defaultConnection();
		return connection != null && connection.id().equals(hub.connection().id());
	}
}
