// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.tests;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;

import iothubtools.amqp.AmqpHub;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.auth.SharedAccessPolicy;
import iothubtools.tests.support.hub.CertificateFile;
import iothubtools.tests.support.hub.LocalHubExtension;

/** The service side of a hub of a test. */
final class Services {

	private Services() {
	}

	/** With the key of a policy of its own. */
	static AmqpHub.Builder of(LocalHubExtension hub, String policy) throws Exception {
		HubConnectionString connection = HubConnectionString.parse(hub.hub().connectionString(policy));
		return of(hub, new SharedAccessPolicy(connection.policyName(), assertInstanceOf(SharedAccessKey.class, connection.credential())));
	}

	/** With a policy that may be none of it. */
	static AmqpHub.Builder of(LocalHubExtension hub, SharedAccessPolicy policy) throws Exception {
		return AmqpHub.builder(HubConnectionString.parse(hub.hub().connectionString("service")).host(), policy).port(hub.hub().amqpPort())
				.trust(List.of(new CertificateFile(hub.hub().caCertificate()).read()));
	}
}
