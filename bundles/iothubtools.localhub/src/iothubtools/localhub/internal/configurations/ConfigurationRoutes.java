// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.configurations;

import static iothubtools.localhub.internal.auth.Right.SERVICE_CONNECT;
import static iothubtools.localhub.internal.operation.ThrottleClass.CONFIGURATION;

import java.time.Clock;
import java.util.List;

import iothubtools.localhub.internal.devices.DeviceStore;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.operation.Route;

/** The operations on configurations (contract §3.10). */
public final class ConfigurationRoutes {

	/** What stands in their paths for the configuration. */
	static final String ID = "id";

	private static final String ALL = "/configurations";
	private static final String ONE = ALL + "/{id}";

	private ConfigurationRoutes() {
	}

	/** Each with its path. */
	public static List<Route> of(ConfigurationStore store, ConfigurationManager manager, DesiredWriter desired,
			DeviceStore devices, Writer writer, Clock clock) {
		return List.of(Route.of("GetConfigurations", "GET", ALL, SERVICE_CONNECT, CONFIGURATION, new ListConfigurations(store, manager)),
				Route.of("TestConfigurationQueries", "POST", ALL + "/testQueries", SERVICE_CONNECT, CONFIGURATION, new TestQueries()),
				Route.of("GetConfiguration", "GET", ONE, SERVICE_CONNECT, CONFIGURATION, new GetConfiguration(store, manager)),
				Route.of("PutConfiguration", "PUT", ONE, SERVICE_CONNECT, CONFIGURATION,
						new PutConfiguration(store, manager, writer, clock)),
				Route.of("DeleteConfiguration", "DELETE", ONE, SERVICE_CONNECT, CONFIGURATION,
						new DeleteConfiguration(store, manager, writer)),
				Route.of("ApplyConfigurationOnEdgeDevice", "POST", "/devices/{deviceId}/applyConfigurationContent",
						SERVICE_CONNECT, CONFIGURATION, new ApplyContent(devices, desired, writer)));
	}
}
