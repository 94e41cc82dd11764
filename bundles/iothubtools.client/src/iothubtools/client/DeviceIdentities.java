// SPDX-License-Identifier: EPL-2.0
package iothubtools.client;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonObject;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.client.devices.ListExtras;
import iothubtools.client.devices.Listing;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.internal.calls.HubAccess;
import iothubtools.client.internal.calls.HubPaths;
import iothubtools.client.internal.json.JsonFields;
import iothubtools.client.internal.registry.DeviceListing;
import iothubtools.client.internal.registry.EntryKind;
import iothubtools.client.internal.registry.GenerationReader;
import iothubtools.client.internal.registry.RegistryEntries;
import iothubtools.client.internal.registry.WrittenDevice;
import iothubtools.client.internal.replies.ReplyJson;
import iothubtools.client.names.ClientId;

/** The device identities of a hub (contract §§3.1 to 3.3). Safe for use by several threads. */
public final class DeviceIdentities {

	/** How many devices the plain list tells of at most, in no particular order and without a way to the others. */
	public static final int MOST_LISTED = DeviceListing.PAGE_SIZE;

	private static final EntryKind<DeviceIdentity> KIND = new EntryKind<>(ReplyJson::device, DeviceIdentity::writableJson,
			DeviceIdentity::etag, WrittenDevice::isLike);

	private final HubAccess hub;
	private final RegistryEntries<DeviceIdentity> entries;

	DeviceIdentities(HubAccess hub) {
		this.hub = hub;
		entries = new RegistryEntries<>(hub, KIND);
	}

	/**
	 * The identity of a device as it is now. Needs RegistryRead. Fails with {@link HubErrorCode#DEVICE_NOT_FOUND} if there
	 * is none.
	 */
	public HubCall<DeviceIdentity> get(String deviceId) {
		return HubCall.of(() -> entries.get(path(deviceId)));
	}

	/**
	 * Creates a device and gives the identity as the hub made it, with its keys. Needs RegistryWrite. If a try ends
	 * unclear and a later one, or a look after the last one, finds the device there with what was sent, it is taken to have
	 * won (contract §9.14); that look needs RegistryRead. A failure that is {@link HubException#isUnclear() unclear} leaves
	 * open whether the device is there. Fails with {@link HubErrorCode#DEVICE_ALREADY_EXISTS} if the id is taken.
	 */
	public HubCall<DeviceIdentity> create(DeviceIdentity device) {
		return HubCall.of(() -> entries.create(path(device.deviceId()), device));
	}

	/**
	 * Changes a device: reads its identity, applies {@code change}, writes the whole back under the etag that was read and
	 * gives the identity as it is then. Needs RegistryRead and RegistryWrite. Fails with
	 * {@link HubErrorCode#PRECONDITION_FAILED} if someone else changed it in between, with
	 * {@link HubErrorCode#DEVICE_NOT_FOUND} if there is none.
	 *
	 * @param change called on a thread of the client, or on the one that begins the call if what is read is there by then; must not block
	 */
	public HubCall<DeviceIdentity> update(String deviceId, UnaryOperator<DeviceIdentity> change) {
		return HubCall.of(() -> entries.update(path(deviceId), change));
	}

	/**
	 * Writes a device over the version it was read as, which its etag tells. Needs RegistryWrite; fails as
	 * {@link #update}.
	 *
	 * @throws InvalidInputException for the field {@code etag} if it has none
	 */
	public HubCall<DeviceIdentity> replace(DeviceIdentity device) {
		if (device.etag().isEmpty()) {
			throw new InvalidInputException("etag", "is missing: this device was not read from a hub");
		}
		return HubCall.of(() -> entries.replace(path(device.deviceId()), device.etag(), device));
	}

	/**
	 * Deletes a device. Needs RegistryWrite. Fails with {@link HubErrorCode#PRECONDITION_FAILED} if it has another etag,
	 * with {@link HubErrorCode#DEVICE_NOT_FOUND} if there is none.
	 *
	 * @param etag the version to delete, null for any
	 */
	public HubCall<Void> delete(String deviceId, @Nullable String etag) {
		return HubCall.of(() -> entries.delete(path(deviceId), etag));
	}

	/**
	 * Hands over all devices, page by page, and waits for the last; the next page is on its way meanwhile. Needs
	 * ServiceConnect; with RegistryRead alone it ends after 1000 devices, which the result says. For pages at one's own
	 * pace or without waiting see {@link Queries#devices}.
	 *
	 * @param onPage called on the calling thread; pages may be empty
	 * @throws CancellationException within a second of being cancelled
	 */
	public Listing listAll(Consumer<List<DeviceSummary>> onPage, Cancellation cancellation) throws HubException {
		return listAll(ListExtras.NONE, onPage, cancellation);
	}

	/** The same with more; with RegistryRead alone there are no tags. */
	public Listing listAll(ListExtras extras, Consumer<List<DeviceSummary>> onPage, Cancellation cancellation) throws HubException {
		return new DeviceListing(hub, extras).run(onPage, cancellation);
	}

	/**
	 * The generation ids of at most {@link #MOST_LISTED} devices by their ids, in one call: no query tells them (contract §3.1). Needs RegistryRead.
	 * Keys that come with them are not kept.
	 */
	public HubCall<Map<String, String>> generations() {
		return HubCall.of(() -> GenerationReader.list(hub));
	}

	/** How many devices there are; may lag behind. Needs RegistryRead. */
	public HubCall<HubStatistics> statistics() {
		return HubCall.of(() -> hub.send(hub.request("GET", "/statistics/devices"), reply -> {
			JsonObject json = ReplyJson.object(reply);
			return new HubStatistics(JsonFields.number(json, "totalDeviceCount"),
					JsonFields.number(json, "enabledDeviceCount"), JsonFields.number(json, "disabledDeviceCount"));
		}));
	}

	/** How many devices are connected; may lag behind (contract §3.2). Needs RegistryRead. */
	public HubCall<Long> connectedCount() {
		return HubCall.of(() -> hub.send(hub.request("GET", "/statistics/service"),
				reply -> JsonFields.number(ReplyJson.object(reply), "connectedDeviceCount")));
	}

	private static String path(String deviceId) {
		return HubPaths.identity(ClientId.device(deviceId));
	}
}
