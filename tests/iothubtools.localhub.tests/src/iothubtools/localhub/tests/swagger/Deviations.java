// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests.swagger;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where the service itself, and so the hub, departs from its Swagger: each with where the contract says so. */
final class Deviations {

	/** Members that are written as null. */
	static final Set<String> NULL_MEMBERS = Set.of(
			// contract §4, recorded
			"Device.statusReason", "X509Thumbprint.primaryThumbprint", "X509Thumbprint.secondaryThumbprint",
			"SymmetricKey.primaryKey", "SymmetricKey.secondaryKey",
			// contract §3.4: a module that nobody manages
			"Module.managedBy",
			// contract §3.1, §3.7, §3.10
			"DeviceRegistryOperationError.moduleId", "PurgeMessageQueueResult.moduleId", "Configuration.schemaVersion",
			"ConfigurationQueriesTestResponse.targetConditionError");

	/** Members the Swagger does not have. */
	static final Set<String> MORE_MEMBERS = Set.of(
			// contract §3.1: since 2024-03-31
			"Device.attributes",
			// contract §11: since 2026-11-01-preview
			"AuthenticationMechanism.policyResourceId", "AuthenticationMechanism.x509CaValidation",
			// contract §3.8, recorded
			"JobProperties.useSecondaryStorageAsSource",
			// what automatic device management writes into the rows of queries (contract §3.3)
			"Twin.configurations", "Twin.modelId");

	/** Names of errors beyond the enum of DeviceRegistryOperationError. */
	static final Set<String> MORE_ERRORS = Set.of(
			// contract §4, §5.2
			"DeviceAuthenticationTypeIsMissing", "DeviceDisabled", "DeviceMaximumInflightMethodExceeded");

	/** Operations that hand on what a device answered as it came, so that their reply need not be JSON. */
	static final Set<String> RAW_PAYLOADS = Set.of("Devices_InvokeMethod", "Modules_InvokeMethod",
			"DigitalTwin_InvokeRootLevelCommand", "DigitalTwin_InvokeComponentCommand");

	/** Operations whose replies the Swagger describes wrongly: the items come as a bare array, paged by headers (contract §3.9). */
	static final Set<String> BARE_ARRAYS = Set.of("Jobs_QueryScheduledJobs");

	/** Operations the Swagger does not have. */
	private static final List<SwaggerOperation> MORE_OPERATIONS = Stream.of(
			// contract §3.12: the device's side
			"POST /devices/{id}/messages/events", "GET /devices/{id}/messages/deviceBound",
			"DELETE /devices/{id}/messages/deviceBound/{lockToken}",
			"POST /devices/{id}/messages/deviceBound/{lockToken}/abandon", "POST /devices/{id}/files",
			"POST /devices/{id}/files/notifications", "POST /devices/{id}/files/notifications/{correlationId}",
			"POST /devices/{id}/modules/{mid}/messages/events",
			// contract §11: on record, but not written down
			"POST /devices/{id}/messages/deviceBound",
			// contract §3.1: since 2024-03-31
			"POST /devices/keys/regenerate").map(line -> line.split(" "))
			.map(parts -> new SwaggerOperation("", parts[0], List.of(parts[1].substring(1).split("/")), null)).toList();

	/** The hub's own operations begin with this word. */
	private static final String EXTENSION = "localhub";

	private Deviations() {
	}

	/** Whether an operation that the Swagger does not have is one all the same. */
	static boolean isKnown(String method, List<String> path) {
		return !path.isEmpty() && path.get(0).equalsIgnoreCase(EXTENSION)
				|| MORE_OPERATIONS.stream().anyMatch(operation -> operation.matches(method, path));
	}
}
