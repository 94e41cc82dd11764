// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import iothubtools.client.DeviceIdentities;
import iothubtools.client.HubCall;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.errors.UncheckedHubException;

/** Reads the keys of devices, some at a time, as the service has no call for several (contract §3.1). */
final class KeyReads {

	/** Under way at a time: enough to hide the way to the hub and back, few enough to be cancelled at once. */
	private static final int AT_A_TIME = 50;

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
		for (int from = 0; from < rows.size(); from += AT_A_TIME) {
			some(rows.subList(from, Math.min(from + AT_A_TIME, rows.size())), found, cancellation);
		}
		return found;
	}

	private void some(List<DeviceRow> rows, List<DeviceRow> found, Cancellation cancellation) {
		List<CompletableFuture<DeviceIdentity>> calls = rows.stream().map(row -> devices.get(row.deviceId()).start()).toList();
		try {
			for (int i = 0; i < rows.size(); i++) {
				CompletableFuture<DeviceIdentity> call = calls.get(i);
				try {
					rows.get(i).keysOf(HubCall.of(() -> call).await(cancellation));
					found.add(rows.get(i));
				} catch (ServiceException e) {
					if (e.code() != HubErrorCode.DEVICE_NOT_FOUND) {
						throw e;
					}
				}
			}
		} catch (HubException e) {
			throw new UncheckedHubException(e);
		} finally {
			// those that nobody waits for any more
			calls.forEach(call -> call.cancel(true));
		}
	}
}
