// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.twins;

import java.util.Iterator;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.json.JsonText;
import iothubtools.localhub.internal.kernel.ClientId;

/**
 * Where twins are kept that were ever written; all others take no room. Reading is open to every thread; what changes
 * something is called within a {@link iothubtools.localhub.internal.kernel.Writer} only. A twin goes with its device or
 * module.
 */
public interface TwinStore {

	/**
	 * A twin, and whose.
	 *
	 * @param client whose
	 * @param twin   the twin, its parts still text
	 */
	record Written(ClientId client, Twin twin) {
	}

	/** Hears of the tags of devices. */
	@FunctionalInterface
	interface TagsListener {

		/**
		 * Called in the order of the writes, within a {@link iothubtools.localhub.internal.kernel.Writer}.
		 *
		 * @param deviceId whose
		 * @param tags     the tags it has now, empty also when the device went
		 */
		void tagsChanged(String deviceId, JsonText tags);
	}

	/** Tells a listener of every later change of the tags of a device. */
	void onTags(TagsListener listener);

	/** The twin of a device or module, or null when it was never written. */
	@Nullable Twin find(ClientId client);

	/** Keeps a twin. */
	void put(ClientId client, Twin twin);

	/** The written twins of devices, in the order of device ids. What changes meanwhile may or may not be seen. */
	Iterator<Written> ofDevices();
}
