// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.nio.ByteBuffer;

import org.h2.mvstore.WriteBuffer;

import iothubtools.localhub.internal.devices.DeviceActivity;

/** How the activity of a device is written. */
final class ActivityType extends RecordType<DeviceActivity> {

	private static final int MEMORY = 80;

	@Override
	int memory(DeviceActivity activity) {
		return MEMORY;
	}

	@Override
	public DeviceActivity[] createStorage(int size) {
		return new DeviceActivity[size];
	}

	@Override
	void writeFields(WriteBuffer out, DeviceActivity activity) {
		Fields.write(out, activity.connected());
		Fields.write(out, activity.connectionStateUpdatedTime());
		Fields.write(out, activity.lastActivityTime());
	}

	@Override
	DeviceActivity readFields(ByteBuffer in) {
		return new DeviceActivity(Fields.readFlag(in), Fields.readNullableTime(in), Fields.readNullableTime(in));
	}
}
