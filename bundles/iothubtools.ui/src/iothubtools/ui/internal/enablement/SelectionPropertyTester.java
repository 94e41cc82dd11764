// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.enablement;

import org.eclipse.core.expressions.PropertyTester;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ISelection;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.hubs.HubRight;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.ui.internal.model.ConfigurationNode;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubElement;
import iothubtools.ui.internal.model.HubNode;
import iothubtools.ui.internal.model.QueryNode;

/** Tells what is selected. Reads each selection once, because there are some sixty questions about one, which may hold a million elements. */
public final class SelectionPropertyTester extends PropertyTester {

	/** What the names of properties begin with that ask for a right; of nothing that is selected nothing is known to be missing. */
	private static final String MAY = "may";

	/** What was read last; on the UI thread, as all who ask are. */
	private @Nullable SelectionFacts last;

	@Override
	public boolean test(@Nullable Object receiver, @Nullable String property, Object @Nullable [] args,
			@Nullable Object expectedValue) {
		if (!(receiver instanceof ISelection any) || property == null) {
			return false;
		}
		SelectionFacts facts = facts(any);
		if (property.startsWith(MAY)) {
			return may(property, facts);
		}
		Object one = facts.size() == 1 ? facts.first() : null;
		return switch (property) {
		case "oneDevice" -> one instanceof DeviceNode;
		case "oneEdgeDevice" -> one instanceof DeviceNode node && node.device().iotEdge();
		case "anyDevice" -> !facts.hubsOfDevices().isEmpty();
		case "deviceToEnable" -> facts.toEnable();
		case "deviceToDisable" -> facts.toDisable();
		case "devicesOfOneHub" -> facts.hubsOfDevices().stream().map(HubConnection::id).distinct().limit(2).count() == 1;
		// the key of a device may turn out to be a certificate
		case "anySecret" -> !facts.hubsOfDevices().isEmpty() || facts.hubs().stream().anyMatch(hub -> !hub.isEntra());
		case "anyHubElement" -> facts.first() instanceof HubElement;
		case "oneHub" -> one instanceof HubNode;
		case "waitingJobs" -> facts.waitingJobs();
		case "configurations" -> facts.configurations();
		case "oneConfiguration" -> one instanceof ConfigurationNode;
		case "oneQuery" -> one instanceof QueryNode;
		case "oneLocalHub" -> one instanceof HubNode hub && LocalHubService.isLocal(hub.connection());
		case "notDefaultHub" -> one instanceof HubNode hub && !isDefault(hub);
		default -> false;
		};
	}

	private SelectionFacts facts(ISelection selection) {
		SelectionFacts known = last;
		if (known == null || known.selection().get() != selection) {
			known = SelectionFacts.of(selection);
			last = known;
		}
		return known;
	}

	/** Whether no policy of their hubs is known to lack the right: what is not known may be tried. */
	private static boolean may(String property, SelectionFacts facts) {
		HubRight right = switch (property) {
		case "mayRead" -> HubRight.REGISTRY_READ;
		case "mayWrite" -> HubRight.REGISTRY_WRITE;
		default -> HubRight.SERVICE_CONNECT;
		};
		return facts.all().stream().noneMatch(hub -> IotHubCore.get().rights().missing(hub).contains(right));
	}

	private static boolean isDefault(HubNode hub) {
		HubConnection connection = IotHubCore.get().connections().defaultConnection();
		return connection != null && connection.id().equals(hub.connection().id());
	}
}
