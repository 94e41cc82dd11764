// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.jobs;

import java.util.Map;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.configurations.Configuration;
import iothubtools.core.IotHubCore;
import iothubtools.core.configurations.CreateConfigurationOperation;
import iothubtools.core.configurations.GetConfigurationOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.tour.driver.Until;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.WithHubView;

/** For tests of a hub with two configurations, and another one without. */
abstract class WithConfigurations extends WithHubView {

	static final Configuration CHILL = Configuration.builder("chill").content("{\"deviceContent\":{\"properties.desired.t\":5.0}}")
			.targetCondition("tags.site='A'").priority(7).labels(Map.of("env", "dev"))
			.metricQueries(Map.of("cold", "SELECT deviceId FROM devices WHERE properties.reported.t = 5")).build();
	static final Configuration EDGE = Configuration.builder("edge")
			.content("{\"modulesContent\":{\"$edgeAgent\":{\"properties.desired\":{}}}}").targetCondition("*").priority(10).build();

	@Order(1)
	@RegisterExtension
	final HubFixture factory = new HubFixture("Factory");
	@Order(2)
	@RegisterExtension
	final HubFixture plant = new HubFixture("Plant");

	@BeforeEach
	void makeThem() throws Exception {
		make(factory, CHILL);
		make(factory, EDGE);
		Until.holds("both hubs", () -> view.names().contains("Plant (0)"));
	}

	static <T> T run(HubOperation<T> operation) throws CoreException {
		return IotHubCore.get().operations().run(operation, new NullProgressMonitor());
	}

	static void make(HubFixture hub, Configuration configuration) throws CoreException {
		run(new CreateConfigurationOperation(hub.connection(), configuration));
	}

	static Configuration at(HubFixture hub, String id) throws CoreException {
		return run(new GetConfigurationOperation(hub.connection(), id)).anew();
	}
}
