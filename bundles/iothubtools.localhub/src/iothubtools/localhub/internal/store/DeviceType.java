// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;

import iothubtools.localhub.internal.devices.Credentials;
import iothubtools.localhub.internal.devices.Device;

/** How a device identity is written. */
final class DeviceType extends RecordType<Device> {

	/** Bytes of memory a typical one takes: the record, its credentials, two keys, an id. */
	private static final int MEMORY = 600;

	@Override
	int memory(Device device) {
		return MEMORY;
	}

	@Override
	public Device[] createStorage(int size) {
		return new Device[size];
	}

	@Override
	void writeFields(WriteBuffer out, Device device) {
		Fields.write(out, device.deviceId());
		Fields.write(out, device.created());
		out.putVarLong(device.version());
		Fields.write(out, device.enabled());
		Fields.write(out, device.statusReason());
		Fields.write(out, device.statusUpdatedTime());
		Fields.write(out, device.credentials());
		Fields.write(out, device.iotEdge());
		Fields.write(out, device.deviceScope());
		Fields.write(out, device.parentScopes());
	}

	@Override
	Device readFields(ByteBuffer in) {
		String deviceId = Fields.read(in);
		Instant created = Fields.readTime(in);
		long version = DataUtils.readVarLong(in);
		boolean enabled = Fields.readFlag(in);
		String statusReason = Fields.readNullable(in);
		Instant statusUpdated = Fields.readNullableTime(in);
		Credentials credentials = Fields.readCredentials(in);
		boolean iotEdge = Fields.readFlag(in);
		@Nullable
		String scope = Fields.readNullable(in);
		@Nullable
		List<String> parents = Fields.readNullableList(in);
		return new Device(deviceId, created, version, enabled, statusReason, statusUpdated, credentials, iotEdge, scope,
				parents);
	}
}
