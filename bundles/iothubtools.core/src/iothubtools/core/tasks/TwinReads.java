// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.Twin;
import iothubtools.client.twins.TwinContent;
import iothubtools.core.connections.HubSession;
import iothubtools.core.tasks.DeletedDevices.Device;
import iothubtools.core.tasks.Reads.Read;

/** Adds to identities what else it takes to make the devices anew. */
final class TwinReads {

	private static final Set<Integer> NOT_ALLOWED = Set.of(401, 403);

	private TwinReads() {
	}

	/**
	 * The devices with their tags and desired properties; without these where the policy may not read twins.
	 *
	 * @param devices at most {@link Reads#AT_A_TIME}
	 * @param failed  told of each whose twin cannot be read for another reason
	 */
	static List<Device> of(List<DeviceIdentity> devices, HubSession session, Cancellation cancellation,
			BiConsumer<String, HubException> failed) throws HubException {
		List<Device> read = new ArrayList<>();
		List<Read<Twin>> twins = Reads.of(devices.stream().map(DeviceIdentity::deviceId).toList(),
				id -> session.client().twins().get(ClientId.device(id))).await(cancellation);
		for (int i = 0; i < twins.size(); i++) {
			HubException failure = twins.get(i).failure();
			if (failure == null || isNotAllowed(failure)) {
				read.add(new Device(devices.get(i), content(twins.get(i).value())));
			} else {
				failed.accept(devices.get(i).deviceId(), failure);
			}
		}
		return read;
	}

	/** Whether the policy lacks the right. */
	static boolean isNotAllowed(HubException failure) {
		return failure instanceof ServiceException service && NOT_ALLOWED.contains(service.status());
	}

	private static @Nullable TwinContent content(@Nullable Twin twin) {
		return twin == null ? null : new TwinContent(twin.tags(), twin.desired().json());
	}
}
