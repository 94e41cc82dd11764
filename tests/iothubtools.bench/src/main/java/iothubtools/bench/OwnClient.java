// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.util.List;

import iothubtools.client.IotHubClient;
import iothubtools.client.auth.HubConnectionString;

/** Our client, as an application would open it. */
final class OwnClient {

	private OwnClient() {
	}

	static IotHubClient of(Setup setup) throws Exception {
		return IotHubClient.builder(HubConnectionString.parse(setup.service()))
				.trust(List.of(Trust.certificate(setup.authority()))).build();
	}
}
