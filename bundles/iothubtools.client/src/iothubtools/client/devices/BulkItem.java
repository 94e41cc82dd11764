// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.devices;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.names.ClientId;
import iothubtools.client.twins.TwinContent;
import iothubtools.client.twins.TwinPatch;

/**
 * One thing to do in a bulk call (contract §3.1).
 *
 * @param id   the device or module
 * @param mode what to do, in Azure's words, e.g. {@code create}
 * @param json the element of the bulk call
 */
public record BulkItem(ClientId id, BulkMode mode, String json) {

	/** Creates a device; its twin begins empty. */
	public static BulkItem create(DeviceIdentity device) {
		return BulkJson.device(device, BulkMode.CREATE, null);
	}

	/** Creates a device together with tags and desired properties of its twin. */
	public static BulkItem create(DeviceIdentity device, TwinContent twin) {
		return BulkJson.device(device, BulkMode.CREATE, twin);
	}

	/** Writes a device over the version it was read as; over any if it has no etag. */
	public static BulkItem update(DeviceIdentity device) {
		return BulkJson.device(device, device.etag().isEmpty() ? BulkMode.UPDATE : BulkMode.UPDATE_IF_MATCH_ETAG, null);
	}

	/**
	 * Deletes a device.
	 *
	 * @param etag the version to delete, null for any
	 */
	public static BulkItem delete(String deviceId, @Nullable String etag) {
		return BulkJson.delete(ClientId.device(deviceId), etag);
	}

	/** Creates a module of a device. */
	public static BulkItem create(ModuleIdentity module) {
		return BulkJson.module(module, BulkMode.CREATE);
	}

	/**
	 * Deletes a module of a device.
	 *
	 * @param etag the version to delete, null for any
	 */
	public static BulkItem delete(ClientId id, @Nullable String etag) {
		return BulkJson.delete(id, etag);
	}

	/**
	 * Merges tags and desired properties into the twin of a device or module.
	 *
	 * @param etag the version of the twin to change, null for any
	 */
	public static BulkItem updateTwin(ClientId id, TwinPatch patch, @Nullable String etag) {
		return BulkJson.twin(id, patch, etag);
	}

	/** What to do with what; the JSON may hold keys. */
	@Override
	public String toString() {
		return mode.wireName() + " " + id;
	}
}
