// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.devices;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.Etags;
import iothubtools.localhub.internal.kernel.IdentityListener;
import iothubtools.localhub.internal.kernel.Writer;

/**
 * Makes, replaces and removes device identities, and tells those who follow them. All of it within a {@link Writer} only
 * (contract §§3.0, 3.1).
 */
public final class DeviceRegistry {

	private final DeviceStore devices;
	private final EdgeScopes scopes;
	private final Clock clock;
	private final IdentityListener identities;
	private final List<DeviceListener> listeners;

	/** With where devices are kept, the time of their generation ids, and who is told of those that come and go, and of all changes. */
	public DeviceRegistry(DeviceStore devices, Clock clock, IdentityListener identities, List<DeviceListener> listeners) {
		this.devices = devices;
		this.scopes = new EdgeScopes(devices);
		this.clock = clock;
		this.identities = identities;
		this.listeners = List.copyOf(listeners);
	}

	/**
	 * Makes a device.
	 *
	 * @throws HubError 409 when there is one of that id, 400 for scopes it cannot have
	 */
	public Device create(DeviceWrite wanted) {
		if (devices.get(wanted.deviceId()) != null) {
			throw HubError.deviceAlreadyExists(wanted.deviceId());
		}
		return put(null, device(wanted, null, clock.instant(), Etags.firstVersion(), null));
	}

	/**
	 * Replaces a device.
	 *
	 * @param etag the etag it must have, {@code *} for any
	 * @throws HubError 404 when there is none, 412 when it has another etag, 400 for scopes it cannot have
	 */
	public Device update(DeviceWrite wanted, String etag) {
		Device before = existing(wanted.deviceId(), etag);
		Instant statusUpdated = before.enabled() == wanted.enabled() ? before.statusUpdatedTime() : clock.instant();
		return put(before, device(wanted, before, before.created(), before.version() + 1, statusUpdated));
	}

	/**
	 * Gives a device new symmetric keys.
	 *
	 * @throws HubError 404 when there is none, 400 when it has no keys
	 */
	public Credentials renewKeys(String deviceId, boolean primary, boolean secondary) {
		Device before = existing(deviceId, Etags.ANY);
		Credentials credentials = before.credentials().renewed(primary, secondary);
		put(before, new Device(deviceId, before.created(), before.version() + 1, before.enabled(), before.statusReason(),
				before.statusUpdatedTime(), credentials, before.iotEdge(), before.deviceScope(), before.parentScopes()));
		return credentials;
	}

	/**
	 * Removes a device and all about it.
	 *
	 * @param etag the etag it must have, {@code *} for any
	 * @throws HubError 404 when there is none, 412 when it has another etag
	 */
	public void remove(String deviceId, String etag) {
		Device device = existing(deviceId, etag);
		identities.deleting(ClientId.of(deviceId));
		devices.remove(device);
		listeners.forEach(listener -> listener.changed(device, null));
	}

	private Device existing(String deviceId, String etag) {
		Device device = devices.get(deviceId);
		if (device == null) {
			throw HubError.deviceNotFound(deviceId);
		}
		Etags.check(device.etag(), etag);
		return device;
	}

	private Device put(@Nullable Device before, Device after) {
		devices.put(after);
		if (before == null) {
			identities.created(ClientId.of(after.deviceId()));
		}
		listeners.forEach(listener -> listener.changed(before, after));
		return after;
	}

	private Device device(DeviceWrite wanted, @Nullable Device before, Instant created, long version,
			@Nullable Instant statusUpdated) {
		EdgeScopes.Scopes granted = scopes.scopes(wanted, before, created);
		return new Device(wanted.deviceId(), created, version, wanted.enabled(), wanted.statusReason(), statusUpdated,
				wanted.credentials(), wanted.iotEdge(), granted.deviceScope(), granted.parentScopes());
	}
}
