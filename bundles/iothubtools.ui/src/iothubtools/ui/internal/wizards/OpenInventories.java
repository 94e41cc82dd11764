// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

import iothubtools.core.inventory.HubInventory;
import iothubtools.ui.internal.UiIds;

/** The lists of devices that the IoT Hub views have, of which each window and perspective may have one. */
public final class OpenInventories {

	private OpenInventories() {
	}

	/** Those of all views that are open; none is opened for it. On the UI thread. */
	public static List<HubInventory> all() {
		List<HubInventory> inventories = new ArrayList<>();
		for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
			for (IWorkbenchPage page : window.getPages()) {
				IViewReference view = page.findViewReference(UiIds.VIEW);
				@Nullable HubInventory inventory = view == null ? null : Adapters.adapt(view.getView(false), HubInventory.class);
				if (inventory != null) {
					inventories.add(inventory);
				}
			}
		}
		return inventories;
	}
}
