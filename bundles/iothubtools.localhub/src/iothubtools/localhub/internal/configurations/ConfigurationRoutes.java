// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.configurations;

import static iothubtools.localhub.internal.auth.Right.SERVICE_CONNECT;
import static iothubtools.localhub.internal.operation.ThrottleClass.CONFIGURATION;

import java.time.Clock;
import java.util.List;

import iothubtools.localhub.internal.devices.DeviceStore;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.operation.Route;

/** Where the operations on configurations are found (contract §3.10). */
public final class ConfigurationRoutes {

	private static final String ALL = "/configurations";
	private static final String ONE = ALL + "/{id}";

	private ConfigurationRoutes() {
	}

	/** Each with its path. */
	public static List<Route> of(ConfigurationStore store, ConfigurationManager manager, DesiredWriter desired,
			DeviceStore devices, Writer writer, Clock clock) {
		ConfigurationOperations configurations = new ConfigurationOperations(store, new ConfigurationChanges(store, clock),
				manager, desired, devices, writer);
		return List.of(Route.of("GetConfigurations", "GET", ALL, SERVICE_CONNECT, CONFIGURATION, configurations::list),
				Route.of("TestConfigurationQueries", "POST", ALL + "/testQueries", SERVICE_CONNECT, CONFIGURATION,
						configurations::testQueries),
				Route.of("GetConfiguration", "GET", ONE, SERVICE_CONNECT, CONFIGURATION, configurations::get),
				Route.of("PutConfiguration", "PUT", ONE, SERVICE_CONNECT, CONFIGURATION, configurations::put),
				Route.of("DeleteConfiguration", "DELETE", ONE, SERVICE_CONNECT, CONFIGURATION, configurations::delete),
				Route.of("ApplyConfigurationOnEdgeDevice", "POST", "/devices/{deviceId}/applyConfigurationContent",
						SERVICE_CONNECT, CONFIGURATION, configurations::apply));
	}
}
