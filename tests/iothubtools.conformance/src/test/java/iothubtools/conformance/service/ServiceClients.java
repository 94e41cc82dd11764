// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.service;

import com.microsoft.azure.sdk.iot.service.ProxyOptions;
import com.microsoft.azure.sdk.iot.service.configurations.ConfigurationsClient;
import com.microsoft.azure.sdk.iot.service.configurations.ConfigurationsClientOptions;
import com.microsoft.azure.sdk.iot.service.digitaltwin.DigitalTwinClient;
import com.microsoft.azure.sdk.iot.service.digitaltwin.DigitalTwinClientOptions;
import com.microsoft.azure.sdk.iot.service.jobs.ScheduledJobsClient;
import com.microsoft.azure.sdk.iot.service.jobs.ScheduledJobsClientOptions;
import com.microsoft.azure.sdk.iot.service.methods.DirectMethodsClient;
import com.microsoft.azure.sdk.iot.service.methods.DirectMethodsClientOptions;
import com.microsoft.azure.sdk.iot.service.query.QueryClient;
import com.microsoft.azure.sdk.iot.service.query.QueryClientOptions;
import com.microsoft.azure.sdk.iot.service.registry.RegistryClient;
import com.microsoft.azure.sdk.iot.service.registry.RegistryClientOptions;
import com.microsoft.azure.sdk.iot.service.twin.TwinClient;
import com.microsoft.azure.sdk.iot.service.twin.TwinClientOptions;

import iothubtools.conformance.hub.HubUnderTest;

/** The service SDK's clients, made as a person makes them; through the proxy where the hub is behind one. */
public final class ServiceClients {

	private final String connectionString;
	private final ProxyOptions proxy;

	/** For this hub. */
	public ServiceClients(HubUnderTest hub) {
		this.connectionString = hub.connectionString();
		this.proxy = hub.proxy().map(ProxyOptions::new).orElse(null);
	}

	public RegistryClient registry() {
		return new RegistryClient(connectionString, RegistryClientOptions.builder().proxyOptions(proxy).build());
	}

	public TwinClient twins() {
		return new TwinClient(connectionString, TwinClientOptions.builder().proxyOptions(proxy).build());
	}

	public QueryClient queries() {
		return new QueryClient(connectionString, QueryClientOptions.builder().proxyOptions(proxy).build());
	}

	public DirectMethodsClient methods() {
		return new DirectMethodsClient(connectionString, DirectMethodsClientOptions.builder().proxyOptions(proxy).build());
	}

	public ScheduledJobsClient jobs() {
		return new ScheduledJobsClient(connectionString, ScheduledJobsClientOptions.builder().proxyOptions(proxy).build());
	}

	public ConfigurationsClient configurations() {
		return new ConfigurationsClient(connectionString, ConfigurationsClientOptions.builder().proxyOptions(proxy).build());
	}

	public DigitalTwinClient digitalTwins() {
		return new DigitalTwinClient(connectionString, DigitalTwinClientOptions.builder().proxyOptions(proxy).build());
	}
}
