// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.bulk;

import iothubtools.localhub.internal.devices.DeviceRegistry;
import iothubtools.localhub.internal.devices.DeviceWrite;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.modules.ModuleRegistry;
import iothubtools.localhub.internal.modules.ModuleWrite;
import iothubtools.localhub.internal.twins.TwinWrite;
import iothubtools.localhub.internal.twins.Twins;

/** Does the changes of bulk requests, one by one; within a {@link iothubtools.localhub.internal.kernel.Writer} only. */
record BulkChange(DeviceRegistry devices, ModuleRegistry modules, Twins twins) {

	/** Does one change, or takes note of why it cannot be done. */
	void apply(BulkItem item, BulkResult result) {
		try {
			switch (item.mode()) {
			case CREATE -> create(item, result);
			case UPDATE, UPDATE_IF_MATCH -> update(item);
			case DELETE, DELETE_IF_MATCH -> delete(item);
			case UPDATE_TWIN, UPDATE_TWIN_IF_MATCH -> twins.apply(item.client(), TwinWrite.patch(item.twin()), item.twinEtag());
			}
		} catch (HubError e) {
			result.failed(item.client(), e);
		}
	}

	/** The twin is checked before the device is made; what then still fails is its size. */
	private void create(BulkItem item, BulkResult result) {
		ClientId client = item.client();
		TwinWrite twin = TwinWrite.patch(item.twin());
		if (client.isModule()) {
			modules.create(ModuleWrite.of(client, item.members()));
		} else {
			devices.create(DeviceWrite.of(client.deviceId(), item.members()));
		}
		try {
			twins.create(client, twin);
		} catch (HubError e) {
			result.withoutTwin(client, e);
		}
	}

	private void update(BulkItem item) {
		ClientId client = item.client();
		Runnable twin = twins.prepare(client, TwinWrite.patch(item.twin()), item.twinEtag());
		if (client.isModule()) {
			modules.update(ModuleWrite.of(client, item.members()), item.etag());
		} else {
			devices.update(DeviceWrite.of(client.deviceId(), item.members()), item.etag());
		}
		twin.run();
	}

	private void delete(BulkItem item) {
		if (item.client().isModule()) {
			modules.remove(item.client(), item.etag());
		} else {
			devices.remove(item.client().deviceId(), item.etag());
		}
	}
}
