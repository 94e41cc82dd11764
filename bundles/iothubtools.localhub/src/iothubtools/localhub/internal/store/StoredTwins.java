// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.jdt.annotation.Nullable;
import org.h2.mvstore.MVMap;

import iothubtools.localhub.internal.json.JsonText;
import iothubtools.localhub.internal.kernel.BeforeChange;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.twins.Twin;
import iothubtools.localhub.internal.twins.TwinStore;

/** Written twins, those of devices in one map and those of modules in another, so that devices are read in their own order. */
final class StoredTwins implements TwinStore, ClientRecords {

	private final MVMap<String, Twin> ofDevices;
	private final MVMap<String, Twin> ofModules;
	private final BeforeChange changes;
	private final List<TagsListener> listeners = new CopyOnWriteArrayList<>();

	StoredTwins(MVMap<String, Twin> ofDevices, MVMap<String, Twin> ofModules, BeforeChange changes) {
		this.ofDevices = ofDevices;
		this.ofModules = ofModules;
		this.changes = changes;
	}

	private MVMap<String, Twin> map(ClientId client) {
		return client.isModule() ? ofModules : ofDevices;
	}

	@Override
	public @Nullable Twin find(ClientId client) {
		return map(client).get(client.toString());
	}

	@Override
	public void onTags(TagsListener listener) {
		listeners.add(listener);
	}

	@Override
	public void put(ClientId client, Twin twin) {
		changes.changing(client);
		tellTags(client, map(client).put(client.toString(), twin), twin);
	}

	@Override
	public void readOf(ClientId client) {
		find(client);
		if (!client.isModule()) {
			ClientKeys.readModules(ofModules, client.deviceId());
		}
	}

	@Override
	public void removeOf(ClientId client) {
		tellTags(client, map(client).remove(client.toString()), null);
		if (!client.isModule()) {
			ClientKeys.removeModules(ofModules, client.deviceId());
		}
	}

	private void tellTags(ClientId client, @Nullable Twin before, @Nullable Twin after) {
		JsonText old = before == null ? JsonText.EMPTY : before.tags();
		JsonText tags = after == null ? JsonText.EMPTY : after.tags();
		if (!client.isModule() && !tags.equals(old)) {
			listeners.forEach(listener -> listener.tagsChanged(client.deviceId(), tags));
		}
	}

	@Override
	public Iterator<Written> ofDevices() {
		return new WrittenTwins(new Entries<>(ofDevices, null, null));
	}

	/** Entries as twins of devices. */
	private record WrittenTwins(Entries<Twin> entries) implements Iterator<Written> {

		@Override
		public boolean hasNext() {
			return entries.hasNext();
		}

		@Override
		public Written next() {
			Map.Entry<String, Twin> entry = entries.next();
			return new Written(ClientId.parse(entry.getKey()), entry.getValue());
		}
	}
}
