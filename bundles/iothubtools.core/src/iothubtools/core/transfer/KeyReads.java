// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.util.ArrayList;
import java.util.List;

import iothubtools.client.DeviceIdentities;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.errors.UncheckedHubException;
import iothubtools.core.tasks.Reads;
import iothubtools.core.tasks.Reads.Read;

/** Reads the keys of devices, some at a time, as the service has no call for several (contract §3.1). */
final class KeyReads {

	private final DeviceIdentities devices;

	KeyReads(DeviceIdentities devices) {
		this.devices = devices;
	}

	/**
	 * The rows with their keys; without those of devices that are gone meanwhile.
	 *
	 * @throws UncheckedHubException if the hub does not give one for another reason
	 */
	List<DeviceRow> add(List<DeviceRow> rows, Cancellation cancellation) {
		List<DeviceRow> found = new ArrayList<>(rows.size());
		for (int from = 0; from < rows.size(); from += Reads.AT_A_TIME) {
			some(rows.subList(from, Math.min(from + Reads.AT_A_TIME, rows.size())), found, cancellation);
		}
		return found;
	}

	private void some(List<DeviceRow> rows, List<DeviceRow> found, Cancellation cancellation) {
		try {
			List<Read<DeviceIdentity>> reads = Reads.of(rows.stream().map(DeviceRow::deviceId).toList(), devices::get).await(cancellation);
			for (int i = 0; i < rows.size(); i++) {
				DeviceIdentity device = reads.get(i).value();
				HubException failure = reads.get(i).failure();
				if (device != null) {
					rows.get(i).keysOf(device);
					found.add(rows.get(i));
				} else if (failure != null && !(failure instanceof ServiceException service && service.code() == HubErrorCode.DEVICE_NOT_FOUND)) {
					throw failure;
				}
			}
		} catch (HubException e) {
			throw new UncheckedHubException(e);
		}
	}
}
