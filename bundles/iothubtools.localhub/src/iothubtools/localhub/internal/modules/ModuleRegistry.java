// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.modules;

import java.time.Clock;
import java.util.function.Consumer;

import iothubtools.localhub.internal.devices.Credentials;
import iothubtools.localhub.internal.devices.DeviceStore;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.Etags;
import iothubtools.localhub.internal.kernel.IdentityListener;

/**
 * Makes, replaces and removes module identities. All of it within a {@link iothubtools.localhub.internal.kernel.Writer}
 * only (contract §3.4).
 */
public final class ModuleRegistry {

	/** Modules of one device at most (contract §6). */
	private static final int MOST = 50;

	private final DeviceStore devices;
	private final ModuleStore modules;
	private final Clock clock;
	private final IdentityListener identities;
	private final Consumer<ClientId> removed;

	/** With where modules are kept, the time of their generation ids, and who is told of those that come and go, and that are gone. */
	public ModuleRegistry(DeviceStore devices, ModuleStore modules, Clock clock, IdentityListener identities, Consumer<ClientId> removed) {
		this.devices = devices;
		this.modules = modules;
		this.clock = clock;
		this.identities = identities;
		this.removed = removed;
	}

	/**
	 * Makes a module.
	 *
	 * @throws HubError 404 when there is no such device, 409 when there is a module of that id, 413 when the device has as
	 *                  many as it may
	 */
	public ModuleIdentity create(ModuleWrite wanted) {
		ClientId client = wanted.client();
		if (devices.get(client.deviceId()) == null) {
			throw HubError.deviceNotFound(client.deviceId());
		}
		if (modules.get(client) != null) {
			throw ModuleErrors.alreadyExists(client);
		}
		if (modules.of(client.deviceId()).size() >= MOST) {
			throw ModuleErrors.tooMany(client.deviceId(), MOST);
		}
		ModuleIdentity module = new ModuleIdentity(client.deviceId(), String.valueOf(client.moduleId()), clock.instant(),
				Etags.firstVersion(), wanted.managedBy(), wanted.credentials());
		modules.put(module);
		identities.created(client);
		return module;
	}

	/**
	 * Replaces a module.
	 *
	 * @param etag the etag it must have, {@code *} for any
	 * @throws HubError 404 when there is none, 412 when it has another etag
	 */
	public ModuleIdentity update(ModuleWrite wanted, String etag) {
		ModuleIdentity before = existing(wanted.client(), etag);
		ModuleIdentity module = new ModuleIdentity(before.deviceId(), before.moduleId(), before.created(),
				before.version() + 1, wanted.managedBy(), wanted.credentials());
		modules.put(module);
		return module;
	}

	/**
	 * Gives a module new symmetric keys.
	 *
	 * @throws HubError 404 when there is none, 400 when it has no keys
	 */
	public Credentials renewKeys(ClientId client, boolean primary, boolean secondary) {
		ModuleIdentity before = existing(client, Etags.ANY);
		Credentials credentials = before.credentials().renewed(primary, secondary);
		modules.put(new ModuleIdentity(before.deviceId(), before.moduleId(), before.created(), before.version() + 1,
				before.managedBy(), credentials));
		return credentials;
	}

	/**
	 * Removes a module and all about it.
	 *
	 * @param etag the etag it must have, {@code *} for any
	 * @throws HubError 404 when there is none, 412 when it has another etag, 400 for a module of the hub's own
	 */
	public void remove(ClientId client, String etag) {
		ModuleWrite.checkId(client);
		ModuleIdentity module = existing(client, etag);
		identities.deleting(client);
		modules.remove(module);
		removed.accept(client);
	}

	private ModuleIdentity existing(ClientId client, String etag) {
		ModuleIdentity module = modules.get(client);
		if (module == null) {
			throw devices.get(client.deviceId()) == null ? HubError.deviceNotFound(client.deviceId())
					: ModuleErrors.notFound(client);
		}
		Etags.check(module.etag(), etag);
		return module;
	}
}
