// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.enablement;

import java.util.List;

import org.eclipse.core.expressions.PropertyTester;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.IStructuredSelection;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubElement;
import iothubtools.ui.internal.model.HubNode;

/** Tells what is selected. Looks at each element once, because a selection may hold 100,000. */
public final class SelectionPropertyTester extends PropertyTester {

	@Override
	public boolean test(@Nullable Object receiver, @Nullable String property, Object @Nullable [] args,
			@Nullable Object expectedValue) {
		if (!(receiver instanceof IStructuredSelection selection) || selection.isEmpty() || property == null) {
			return false;
		}
		List<?> elements = selection.toList();
		return switch (property) {
		case "oneDevice" -> elements.size() == 1 && elements.get(0) instanceof DeviceNode;
		case "anyDevice" -> elements.stream().anyMatch(DeviceNode.class::isInstance);
		case "devicesOfOneHub" -> isOfOneHub(elements);
		case "anySecret" -> elements.stream().anyMatch(SelectionPropertyTester::hasSecret);
		case "anyHubElement" -> elements.get(0) instanceof HubElement;
		case "oneHub" -> elements.size() == 1 && elements.get(0) instanceof HubNode;
		case "oneLocalHub" -> elements.size() == 1 && elements.get(0) instanceof HubNode hub && LocalHubService.isLocal(hub.connection());
		case "notDefaultHub" -> elements.size() == 1 && elements.get(0) instanceof HubNode hub && !isDefault(hub);
		default -> false;
		};
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
