// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.devices;

import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.kernel.Writer;

/**
 * Where devices are kept, in the order of their ids. Reading is open to every thread; what changes something is called
 * within {@link Writer#write} only.
 */
public interface DeviceStore {

	/** The device of that id, or null. */
	@Nullable Device get(String deviceId);

	/** What it did lately. */
	DeviceActivity activity(String deviceId);

	/** The same of some devices that are in the order of their ids: goes through them instead of looking each up. */
	List<DeviceActivity> activities(List<Device> devices);

	/**
	 * The devices after an id, at most so many; costs as much as what is returned, however many devices there are.
	 *
	 * @param after an id that need not exist any more, or null to begin at the first
	 */
	List<Device> page(@Nullable String after, int most);

	/** How many there are. */
	long count();

	/** How many of them are disabled. */
	long countDisabled();

	/** How many of them are connected. */
	long countConnected();

	/** The ids of those that are connected; looks at what every device did. */
	List<String> connected();

	/** Keeps a device, new or changed. */
	void put(Device device);

	/** Takes note that a device sent something; cheaper than keeping that at once, and lost when the hub is killed right then. */
	void sent(String deviceId, Instant now);

	/** Keeps what a device did. */
	void put(String deviceId, DeviceActivity activity);

	/** How many sample devices were made of which none can be missing, because no device was removed since. */
	long samples();

	/** Takes note that so many were. */
	void samples(long count);

	/** Forgets a device and all about it. */
	void remove(Device device);
}
