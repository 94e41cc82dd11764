// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.configurations.Configuration;
import iothubtools.core.configurations.ConfigurationCopy;
import iothubtools.core.configurations.ConfigurationSource;
import iothubtools.core.configurations.CreateConfigurationOperation;
import iothubtools.core.configurations.GetConfigurationOperation;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.tests.support.hub.LocalHubExtension;

/** For tests of configurations on their way to a hub. */
abstract class WithConfigurations {

	static final Configuration CHILL = Configuration.builder("chill").content("{\"deviceContent\":{\"properties.desired.t\":5.0}}")
			.targetCondition("tags.site = 'A'").priority(7).labels(Map.of("env", "dev"))
			.metricQueries(Map.of("cold", "SELECT deviceId FROM devices WHERE properties.reported.t = 5")).build();
	static final Configuration EDGE = Configuration.builder("edge")
			.content("{\"modulesContent\":{\"$edgeAgent\":{\"properties.desired\":{}}}}").targetCondition("*").priority(10).build();

	@RegisterExtension
	final HubFixture source = new HubFixture();
	@RegisterExtension
	final LocalHubExtension other = new LocalHubExtension();
	HubConnection target;

	@BeforeEach
	void connect() throws Exception {
		target = connect("iothubowner");
	}

	HubConnection connect(String policy) throws Exception {
		HubConnectionString string = HubConnectionString.parse(other.hub().connectionString(policy));
		HubConnection made = HubConnection.create("Target " + policy, string.host(), policy).withCaCertificate(other.hub().caCertificate().toString());
		source.cores.core.connections().save(made, (SharedAccessKey) string.credential());
		return made;
	}

	<T> T run(HubOperation<T> operation) throws CoreException {
		return source.cores.core.operations().run(operation, new NullProgressMonitor());
	}

	void make(HubConnection hub, Configuration... configurations) throws CoreException {
		for (Configuration each : configurations) {
			run(new CreateConfigurationOperation(hub, each));
		}
	}

	ConfigurationCopy copy(boolean overwrite, String... ids) {
		return copy(new ConfigurationSource.Hub(source.connection, List.of(ids)), overwrite);
	}

	ConfigurationCopy copy(ConfigurationSource from, boolean overwrite) {
		return new ConfigurationCopy(source.cores.core.operations(), from, target, overwrite);
	}

	static List<String> outline(TaskOutcome outcome) {
		return outcome.items().stream().map(item -> item.id() + " " + item.result()).toList();
	}

	Configuration there(String id) throws CoreException {
		return run(new GetConfigurationOperation(target, id));
	}
}
