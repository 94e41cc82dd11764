// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.modules;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.devices.DeviceActivity;
import iothubtools.localhub.internal.kernel.ClientId;

/**
 * Where modules are kept. Reading is open to every thread; what changes something is called within a
 * {@link iothubtools.localhub.internal.kernel.Writer} only. Modules go with their device.
 */
public interface ModuleStore {

	/** The module, or null; always null for the id of a device. */
	@Nullable ModuleIdentity get(ClientId client);

	/** What it did lately. */
	DeviceActivity activity(ClientId client);

	/** The modules of a device in the order of their ids. */
	List<ModuleIdentity> of(String deviceId);

	/**
	 * Modules of any device after one, at most so many, in the order of {@link ClientId#toString}.
	 *
	 * @param after one that need not exist any more, or null to begin at the first
	 */
	List<ModuleIdentity> page(@Nullable ClientId after, int most);

	/** Those that are connected; looks at what every module did. */
	List<ClientId> connected();

	/** Keeps a module, new or changed. */
	void put(ModuleIdentity module);

	/** Keeps what a module did. */
	void put(ClientId client, DeviceActivity activity);

	/** Forgets a module and all about it. */
	void remove(ModuleIdentity module);
}
