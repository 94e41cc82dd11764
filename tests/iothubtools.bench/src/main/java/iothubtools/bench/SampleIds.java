// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.util.ArrayList;
import java.util.List;

import iothubtools.client.IotHubClient;
import iothubtools.client.calls.Cancellation;

/**
 * The devices that a hub has.
 *
 * @param ids theirs
 */
record SampleIds(List<String> ids) {

	static SampleIds of(Setup setup) throws Exception {
		List<String> ids = new ArrayList<>();
		try (IotHubClient client = OwnClient.of(setup)) {
			client.devices().listAll(page -> page.forEach(device -> ids.add(device.deviceId())), Cancellation.none());
		}
		return new SampleIds(ids);
	}
}
