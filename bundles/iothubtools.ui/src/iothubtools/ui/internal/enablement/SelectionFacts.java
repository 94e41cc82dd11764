// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.enablement;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;

import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.jobs.JobStatus;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.model.ConfigurationNode;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubElement;
import iothubtools.ui.internal.model.HubNode;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.model.JobNode;
import iothubtools.ui.internal.model.ManyElements;

/**
 * What commands ask of a selection, read in one pass. Nothing in it changes as long as the selection is the same; what policies may do is
 * therefore not in it.
 *
 * @param selection     what was read
 * @param size          the number of elements
 * @param first         one of them; null if there is none
 * @param hubsOfDevices the hubs of the devices among them, each once
 * @param hubs          the hubs that are selected themselves
 * @param all           the hubs of all elements, each once
 * @param toEnable      whether a device among them is not known to be enabled
 * @param toDisable     whether a device among them is not known to be disabled
 * @param waitingJobs   whether all are jobs that the hub has not begun; a hub cancels no others, and one in a state that is not known may be tried
 * @param configurations whether all are configurations
 */
record SelectionFacts(WeakReference<ISelection> selection, int size, @Nullable Object first, Set<HubConnection> hubsOfDevices,
		List<HubConnection> hubs, Set<HubConnection> all, boolean toEnable, boolean toDisable, boolean waitingJobs, boolean configurations) {

	static SelectionFacts of(ISelection selection) {
		List<?> elements = selection instanceof IStructuredSelection structured ? structured.toList()
				: selection instanceof ManyElements ? HubSelection.elements(selection) : List.of();
		Set<HubConnection> ofDevices = new LinkedHashSet<>();
		List<HubConnection> hubs = new ArrayList<>();
		Set<HubConnection> all = new LinkedHashSet<>();
		boolean toEnable = false;
		boolean toDisable = false;
		HubConnection last = null;
		HubConnection lastOfDevice = null;
		for (Object element : elements) {
			if (element instanceof DeviceNode device) {
				toEnable |= device.device().status() != DeviceStatus.ENABLED;
				toDisable |= device.device().status() != DeviceStatus.DISABLED;
				// a connection has a hash of many parts: those of neighbours are the same
				if (device.connection() != lastOfDevice) {
					lastOfDevice = device.connection();
					ofDevices.add(lastOfDevice);
				}
			}
			if (element instanceof HubNode hub) {
				hubs.add(hub.connection());
			}
			HubElement hubElement = element instanceof HubElement own ? own : Adapters.adapt(element, HubElement.class);
			if (hubElement != null && hubElement.connection() != last) {
				last = hubElement.connection();
				all.add(last);
			}
		}
		return new SelectionFacts(new WeakReference<>(selection), elements.size(), elements.isEmpty() ? null : elements.get(0), ofDevices, hubs, all,
				toEnable, toDisable, !elements.isEmpty() && elements.stream().allMatch(SelectionFacts::isWaiting),
				!elements.isEmpty() && elements.stream().allMatch(ConfigurationNode.class::isInstance));
	}

	private static boolean isWaiting(Object element) {
		return element instanceof JobNode node && node.job().status() != JobStatus.RUNNING && !node.job().status().isFinal();
	}
}
