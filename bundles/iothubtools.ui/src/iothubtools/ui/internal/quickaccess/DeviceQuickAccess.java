// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.quickaccess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.quickaccess.IQuickAccessComputerExtension;
import org.eclipse.ui.quickaccess.QuickAccessElement;

import iothubtools.client.devices.DeviceSummary;
import iothubtools.core.inventory.HubContents;
import iothubtools.core.inventory.HubInventory;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.wizards.OpenInventories;

/**
 * Finds devices by a part of their ids, among those that the IoT Hub views have loaded; asks no hub, and knows none as long as no view is
 * open. Off the UI thread, for lists of a million.
 */
public final class DeviceQuickAccess implements IQuickAccessComputerExtension {

	/** More than Quick Access shows of one kind. */
	private static final int LIMIT = 50;
	/** Ids that begin with what was typed come first. */
	private static final int AT_THE_BEGINNING = 0;

	private record Match(int at, DeviceNode device) {
	}

	private static final Comparator<Match> BEST = Comparator.<Match>comparingInt(match -> match.at() == AT_THE_BEGINNING ? 0 : 1)
			.thenComparing(match -> match.device().deviceId(), String.CASE_INSENSITIVE_ORDER)
			.thenComparing(match -> match.device().connection().name());

	@Override
	public QuickAccessElement[] computeElements() {
		return new QuickAccessElement[0];
	}

	@Override
	public QuickAccessElement[] computeElements(@Nullable String query, @Nullable IProgressMonitor monitor) {
		String wanted = query == null ? "" : query.strip().toLowerCase(Locale.ROOT);
		if (wanted.isEmpty()) {
			return new QuickAccessElement[0];
		}
		Set<String> hubs = new TreeSet<>();
		// the worst one first, to be dropped for a better one
		Queue<Match> best = new PriorityQueue<>(BEST.reversed());
		for (HubInventory inventory : loaded()) {
			for (HubContents hub : inventory.all()) {
				if (hub.count() > 0 && hubs.add(hub.connection().id())) {
					search(hub, wanted, best, monitor);
				}
			}
		}
		return best.stream().sorted(BEST).map(Match::device).map(DeviceElement::new).toArray(QuickAccessElement[]::new);
	}

	private static void search(HubContents hub, String wanted, Queue<Match> best, @Nullable IProgressMonitor monitor) {
		for (List<DeviceSummary> page : hub.pages()) {
			if (monitor != null && monitor.isCanceled()) {
				return;
			}
			for (DeviceSummary device : page) {
				int at = device.deviceId().toLowerCase(Locale.ROOT).indexOf(wanted);
				if (at >= 0) {
					best.add(new Match(at, new DeviceNode(hub.connection(), device)));
					if (best.size() > LIMIT) {
						best.remove();
					}
				}
			}
		}
	}

	private static List<HubInventory> loaded() {
		List<HubInventory> inventories = new ArrayList<>();
		Display display = PlatformUI.getWorkbench().getDisplay();
		if (!display.isDisposed()) {
			display.syncExec(() -> inventories.addAll(OpenInventories.all()));
		}
		return inventories;
	}

	@Override
	public void resetState() {
		// nothing is kept
	}

	@Override
	public boolean needsRefresh() {
		return true;
	}
}
