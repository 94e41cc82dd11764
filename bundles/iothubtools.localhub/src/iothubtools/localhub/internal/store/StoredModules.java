// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

import iothubtools.localhub.internal.devices.DeviceActivity;
import iothubtools.localhub.internal.kernel.BeforeChange;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.modules.ModuleIdentity;
import iothubtools.localhub.internal.modules.ModuleStore;

/** Modules in maps of the store, those of a device together and sorted by id. */
final class StoredModules implements ModuleStore, ClientRecords {

	private final MVMap<String, ModuleIdentity> modules;
	private final MVMap<String, DeviceActivity> activities;
	private final List<ClientRecords> records;
	private final BeforeChange changes;

	/** With what else is kept of modules. */
	StoredModules(MVMap<String, ModuleIdentity> modules, MVMap<String, DeviceActivity> activities,
			List<ClientRecords> records, BeforeChange changes) {
		this.modules = modules;
		this.activities = activities;
		this.records = List.copyOf(records);
		this.changes = changes;
	}

	@Override
	public @Nullable ModuleIdentity get(ClientId client) {
		return modules.get(client.toString());
	}

	@Override
	public DeviceActivity activity(ClientId client) {
		DeviceActivity activity = activities.get(client.toString());
		return activity == null ? DeviceActivity.NONE : activity;
	}

	@Override
	public List<ModuleIdentity> of(String deviceId) {
		String prefix = ClientKeys.prefix(deviceId);
		List<ModuleIdentity> found = new ArrayList<>();
		Cursor<String, ModuleIdentity> cursor = modules.cursor(prefix);
		while (cursor.hasNext() && cursor.next().startsWith(prefix)) {
			found.add(cursor.getValue());
		}
		return found;
	}

	@Override
	public List<ModuleIdentity> page(@Nullable ClientId after, int most) {
		@Nullable
		String last = after == null ? null : after.toString();
		List<ModuleIdentity> page = new ArrayList<>(Math.min(most, 1024));
		Cursor<String, ModuleIdentity> cursor = modules.cursor(last);
		while (page.size() < most && cursor.hasNext()) {
			if (!cursor.next().equals(last)) {
				page.add(cursor.getValue());
			}
		}
		return page;
	}

	@Override
	public List<ClientId> connected() {
		return activities.entrySet().stream().filter(entry -> entry.getValue().connected())
				.map(entry -> ClientId.parse(entry.getKey())).toList();
	}

	@Override
	public void put(ModuleIdentity module) {
		changes.changing(module.client());
		modules.put(module.client().toString(), module);
	}

	@Override
	public void put(ClientId client, DeviceActivity activity) {
		if (activity.connected() != activity(client).connected()) {
			changes.changing(client);
		}
		activities.put(client.toString(), activity);
	}

	@Override
	public void remove(ModuleIdentity module) {
		readOf(module.client());
		records.forEach(record -> record.readOf(module.client()));
		removeOf(module.client());
		records.forEach(record -> record.removeOf(module.client()));
	}

	@Override
	public void readOf(ClientId client) {
		if (client.isModule()) {
			get(client);
			activity(client);
		} else {
			ClientKeys.readModules(modules, client.deviceId());
			ClientKeys.readModules(activities, client.deviceId());
		}
	}

	@Override
	public void removeOf(ClientId client) {
		if (client.isModule()) {
			changes.changing(client);
			modules.remove(client.toString());
			activities.remove(client.toString());
		} else {
			of(client.deviceId()).forEach(module -> changes.changing(module.client()));
			ClientKeys.removeModules(modules, client.deviceId());
			ClientKeys.removeModules(activities, client.deviceId());
		}
	}
}
