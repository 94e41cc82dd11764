// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IViewPart;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubSelection;

/** What a wizard starts with. */
public final class HubChoice {

	private HubChoice() {
	}

	/** The hub of what is selected, else the default one; null when there is none. */
	public static @Nullable HubConnection hub(@Nullable ISelection selection) {
		HubConnection selected = HubSelection.connection(selection);
		return selected == null ? IotHubCore.get().connections().defaultConnection() : selected;
	}

	/** The id of the selected device; empty unless exactly one is selected. */
	public static String deviceId(@Nullable ISelection selection) {
		DeviceNode device = HubSelection.device(selection);
		return device == null ? "" : device.deviceId();
	}

	/**
	 * What a wizard about devices starts with. Where the selection names none, as in a cheat sheet, in File &gt; New beside any part, or in a view that
	 * is about a hub only: the devices that are selected in the IoT Hub view, unless they are of another hub.
	 */
	public static ISelection devices(@Nullable ISelection selection) {
		IViewPart view = HubSelection.devices(selection).isEmpty() ? HubViewSelection.view() : null;
		ISelectionProvider rows = view == null ? null : view.getSite().getSelectionProvider();
		ISelection inView = rows == null ? null : rows.getSelection();
		List<String> hubs = hubs(selection);
		if (inView != null && !HubSelection.devices(inView).isEmpty() && (hubs.isEmpty() || hubs.equals(hubs(inView)))) {
			return inView;
		}
		return selection == null ? StructuredSelection.EMPTY : selection;
	}

	private static List<String> hubs(@Nullable ISelection selection) {
		return HubSelection.connections(selection).stream().map(HubConnection::id).toList();
	}
}
