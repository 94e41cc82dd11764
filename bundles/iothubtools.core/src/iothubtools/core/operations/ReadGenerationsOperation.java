// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.core.connections.HubSession;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.tasks.Reads;
import iothubtools.core.tasks.Reads.Read;

/**
 * The generation ids of devices, which no query tells: by GET of each, some at a time, or of all at once where the plain list has room for all that
 * the hub has (contract §3.1). Ends at the first failure that is not of one device.
 *
 * @param few whether the hub has no more devices than one plain list tells of
 */
public record ReadGenerationsOperation(HubConnection connection, List<String> deviceIds, boolean few) implements HubOperation<Map<String, String>> {

	/** How many are asked for at a time: others want calls of the hub, too, and it has a hundred a minute for them in its small sizes. */
	public static final int AT_A_TIME = 8;

	/** Copies the list. */
	public ReadGenerationsOperation {
		deviceIds = List.copyOf(deviceIds);
	}

	@Override
	public String title() {
		return deviceIds.size() == 1 ? NLS.bind(Messages.ReadGenerations_title_one, deviceIds.get(0))
				: NLS.bind(Messages.ReadGenerations_title_many, deviceIds.size());
	}

	@Override
	public Kind kind() {
		return Kind.READ;
	}

	/** By the ids, and where all were read at once with others; empty for a device that there is not. */
	@Override
	public Map<String, String> run(HubSession session, HubEvents events, SubMonitor monitor, Cancellation cancellation) throws HubException {
		Map<String, String> found = new HashMap<>();
		if (few && deviceIds.size() > 1) {
			found.putAll(session.client().devices().generations().await(cancellation));
		}
		List<String> rest = deviceIds.stream().filter(id -> !found.containsKey(id)).toList();
		SubMonitor progress = monitor.setWorkRemaining(rest.size());
		for (int from = 0; from < rest.size(); from += AT_A_TIME) {
			cancellation.check();
			List<String> some = rest.subList(from, Math.min(from + AT_A_TIME, rest.size()));
			for (Read<DeviceIdentity> read : Reads.of(some, session.client().devices()::get).await(cancellation)) {
				found.put(read.id(), generation(read));
			}
			progress.worked(some.size());
			progress.subTask(NLS.bind(Messages.ReadGenerations_progress, from + some.size(), rest.size()));
		}
		return Map.copyOf(found);
	}

	private static String generation(Read<DeviceIdentity> read) throws HubException {
		DeviceIdentity device = read.value();
		HubException failure = read.failure();
		boolean gone = failure instanceof ServiceException service && service.code() == HubErrorCode.DEVICE_NOT_FOUND;
		if (failure != null && !gone) {
			throw failure;
		}
		return device == null ? "" : device.generationId();
	}
}
