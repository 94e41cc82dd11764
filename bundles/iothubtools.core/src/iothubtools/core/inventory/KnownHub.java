// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.inventory;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.devices.ListExtras;
import iothubtools.core.hubs.HubConnection;

/**
 * What an inventory has of one hub: its contents, the changes of its devices that nobody asked for yet, and the load that is under
 * way. Used with the inventory's lock only.
 */
final class KnownHub {

	private HubContents contents;
	private final DeviceChanges changes = new DeviceChanges();
	private @Nullable HubLoad load;
	/** What the list there is was asked for besides. */
	private ListExtras extras = ListExtras.NONE;

	KnownHub(HubConnection connection) {
		contents = HubContents.unknown(connection);
	}

	/** The contents with all changes. */
	HubContents contents() {
		if (!changes.isEmpty()) {
			contents = contents.with(changes);
			changes.clear();
		}
		return contents;
	}

	void set(UnaryOperator<HubContents> change) {
		contents = change.apply(contents());
	}

	/** Changes the devices that are known, and those that a load under way may have read before the change. */
	void change(Consumer<DeviceChanges> change) {
		HubLoad running = load;
		if (running != null) {
			change.accept(running.meanwhile());
		}
		if (contents.loadedAt() != null) {
			change.accept(changes);
		}
	}

	@Nullable
	HubLoad load() {
		return load;
	}

	/** Whether the list there is has to be asked for once more to tell these. */
	boolean lacks(ListExtras wanted) {
		return load == null && contents.phase() == HubContents.Phase.LOADED && !extras.cover(wanted);
	}

	/** The list that came has these. */
	void extras(ListExtras listed) {
		extras = listed;
		changes.keepEtags(listed.etags());
	}

	void load(@Nullable HubLoad newLoad) {
		load = newLoad;
	}
}
