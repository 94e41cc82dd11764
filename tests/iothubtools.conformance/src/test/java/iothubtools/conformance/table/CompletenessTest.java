// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.ModuleClient;
import com.microsoft.azure.sdk.iot.device.MultiplexingClient;
import com.microsoft.azure.sdk.iot.service.configurations.ConfigurationsClient;
import com.microsoft.azure.sdk.iot.service.digitaltwin.DigitalTwinClient;
import com.microsoft.azure.sdk.iot.service.jobs.ScheduledJobsClient;
import com.microsoft.azure.sdk.iot.service.messaging.FileUploadNotificationProcessorClient;
import com.microsoft.azure.sdk.iot.service.messaging.MessageFeedbackProcessorClient;
import com.microsoft.azure.sdk.iot.service.messaging.MessagingClient;
import com.microsoft.azure.sdk.iot.service.methods.DirectMethodsClient;
import com.microsoft.azure.sdk.iot.service.query.QueryClient;
import com.microsoft.azure.sdk.iot.service.registry.RegistryClient;
import com.microsoft.azure.sdk.iot.service.twin.TwinClient;

/** The rows leave out no operation of the contract and none of the SDKs. */
@Order(Integer.MAX_VALUE)
class CompletenessTest {

	// DigitalTwinAsyncClient is what DigitalTwinClient waits for: the same operations
	private static final List<Class<?>> CLIENTS = List.of(RegistryClient.class, TwinClient.class, QueryClient.class,
			DirectMethodsClient.class, ScheduledJobsClient.class, ConfigurationsClient.class, MessagingClient.class,
			MessageFeedbackProcessorClient.class, FileUploadNotificationProcessorClient.class, DigitalTwinClient.class,
			DeviceClient.class, ModuleClient.class, MultiplexingClient.class);

	/** What does not reach the hub by itself: settings, questions to the client's own state, its end. */
	private static final Set<String> LOCAL = Set.of("close", "stop", "isOpen", "isRunning", "isMultiplexed", "getConfig",
			"getProductInfo", "setRetryPolicy", "setOperationTimeout", "isDeviceRegistered", "getRegisteredDeviceCount",
			// makes a client of a connection string, as the constructor does
			"createFromConnectionString",
			// asks an Edge runtime on the same machine
			"createFromEnvironment", "invokeMethod");

	@Test
	void everyOperationOfTheContractHasARow() {
		Set<ContractOperation> rowed = ConformanceTable.proved().stream().map(Row::value).collect(Collectors.toSet());
		List<ContractOperation> missing = Stream.of(ContractOperation.values()).filter(one -> !rowed.contains(one)).toList();
		assertEquals(List.of(), missing);
	}

	@Test
	void everyOperationOfTheSdksHasARow() {
		Set<String> rowed = ConformanceTable.proved().stream().map(CompletenessTest::call).collect(Collectors.toSet());
		Set<String> missing = new TreeSet<>();
		for (Class<?> client : CLIENTS) {
			for (Method method : client.getMethods()) {
				if (method.getDeclaringClass() != Object.class && !LOCAL.contains(method.getName())
						&& !rowed.contains(client.getSimpleName() + '.' + method.getName())) {
					missing.add(client.getSimpleName() + '.' + method.getName());
				}
			}
		}
		assertEquals(Set.of(), missing);
	}

	private static String call(Row row) {
		return row.sdk().getSimpleName() + '.' + row.call();
	}
}
