// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.azure.sdk.iot.service.exceptions.IotHubNotFoundException;
import com.microsoft.azure.sdk.iot.service.exceptions.IotHubPreconditionFailedException;
import com.microsoft.azure.sdk.iot.service.query.TwinQueryResponse;
import com.microsoft.azure.sdk.iot.service.registry.Device;
import com.microsoft.azure.sdk.iot.service.registry.Module;
import com.microsoft.azure.sdk.iot.service.registry.RegistryClient;
import com.microsoft.azure.sdk.iot.service.twin.Twin;
import com.microsoft.azure.sdk.iot.service.twin.TwinClient;
import com.microsoft.azure.sdk.iot.service.twin.TwinStatus;

import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.ExpectedError;
import iothubtools.conformance.table.Row;

/** Twins of devices and modules (contract §3.5) through the service SDK. */
@ExtendWith(ConformanceTable.class)
class TwinClientTest {

	@RegisterExtension
	static final HubUnderTest HUB = new HubUnderTest();

	private RegistryClient registry;
	private TwinClient twins;

	@BeforeEach
	void clients() {
		ServiceClients clients = new ServiceClients(HUB);
		registry = clients.registry();
		twins = clients.twins();
	}

	@Test
	@Row(value = ContractOperation.GET_TWIN, sdk = TwinClient.class, call = "get")
	void getsAFreshTwin() throws Exception {
		registry.addDevice(new Device("fresh"));
		Twin twin = twins.get("fresh");
		assertEquals("fresh", twin.getDeviceId());
		assertEquals("AAAAAAAAAAE=", twin.getETag());
		assertEquals(2, twin.getVersion());
		assertEquals(TwinStatus.ENABLED, twin.getStatus());
		assertEquals("DISCONNECTED", twin.getConnectionState());
		assertEquals(1, twin.getDesiredProperties().getVersion());
		assertEquals(1, twin.getReportedProperties().getVersion());
		assertTrue(twin.getDesiredProperties().isEmpty());
		assertTrue(twin.getTags().isEmpty());
	}

	@Test
	@Row(value = ContractOperation.GET_TWIN, sdk = TwinClient.class, call = "get", with = "there is none", error = "IotHubNotFoundException: ErrorCode:DeviceNotFound;nobody")
	void findsNoTwin(ExpectedError error) {
		error.isThrownBy(IotHubNotFoundException.class, () -> twins.get("nobody"));
	}

	@Test
	@Row(value = ContractOperation.PATCH_TWIN, sdk = TwinClient.class, call = "patch")
	void patchesATwin() throws Exception {
		registry.addDevice(new Device("patched"));
		Twin patch = new Twin("patched");
		patch.getTags().put("site", "A");
		patch.getDesiredProperties().put("interval", 10);
		patch.getDesiredProperties().put("limits", Map.of("low", 1.5, "high", 30));
		Twin patched = twins.patch(patch);
		assertEquals("A", patched.getTags().get("site"));
		assertEquals(10L, patched.getDesiredProperties().get("interval"));
		assertEquals(2, patched.getDesiredProperties().getVersion());
		assertEquals(3, patched.getVersion());
		assertEquals(2, patched.getDesiredProperties().getTwinMetadata("interval").getLastUpdatedVersion());
		assertEquals(Map.of("low", 1.5, "high", 30L), twins.get("patched").getDesiredProperties().get("limits"));
	}

	@Test
	@Row(value = ContractOperation.PATCH_TWIN, sdk = TwinClient.class, call = "patch", with = "null deletes")
	void aNullDeletes() throws Exception {
		registry.addDevice(new Device("deleted-from"));
		Twin patch = new Twin("deleted-from");
		patch.getDesiredProperties().put("keep", "this");
		patch.getDesiredProperties().put("old", "value");
		twins.patch(patch);
		Twin delete = new Twin("deleted-from");
		delete.getDesiredProperties().put("old", null);
		Twin after = twins.patch(delete);
		assertFalse(after.getDesiredProperties().containsKey("old"));
		assertEquals("this", after.getDesiredProperties().get("keep"));
	}

	@Test
	@Row(value = ContractOperation.PATCH_TWIN, sdk = TwinClient.class, call = "patch", with = "with its etag")
	void patchesAnUnchangedTwin() throws Exception {
		registry.addDevice(new Device("unchanged"));
		Twin twin = twins.get("unchanged");
		twin.getTags().put("site", "B");
		Twin patched = twins.patch(twin, '"' + twin.getETag() + '"');
		assertEquals("B", patched.getTags().get("site"));
		assertNotEquals(twin.getETag(), patched.getETag());
	}

	@Test
	@Row(value = ContractOperation.PATCH_TWIN, sdk = TwinClient.class, call = "patch", with = "with an old etag", error = "IotHubPreconditionFailedException: ErrorCode:PreconditionFailed;ETag mismatch for device ID 'changed'")
	void doesNotPatchAChangedTwin(ExpectedError error) throws Exception {
		registry.addDevice(new Device("changed"));
		Twin twin = twins.get("changed");
		twin.getTags().put("site", "C");
		twins.patch(twin);
		error.isThrownBy(IotHubPreconditionFailedException.class, () -> twins.patch(twin, '"' + twin.getETag() + '"'));
	}

	@Test
	@Row(value = ContractOperation.REPLACE_TWIN, sdk = TwinClient.class, call = "replace")
	void replacesATwin() throws Exception {
		registry.addDevice(new Device("replaced"));
		Twin first = new Twin("replaced");
		first.getTags().put("old", "tag");
		first.getDesiredProperties().put("old", 1);
		twins.patch(first);
		Twin second = new Twin("replaced");
		second.getTags().put("new", "tag");
		second.getDesiredProperties().put("new", true);
		Twin replaced = twins.replace(second);
		assertEquals(Map.of("new", "tag"), Map.copyOf(replaced.getTags()));
		assertEquals(Map.of("new", true), Map.copyOf(replaced.getDesiredProperties()));
	}

	@Test
	@Row(value = ContractOperation.REPLACE_TWIN, sdk = TwinClient.class, call = "replace", with = "with its etag")
	void replacesAnUnchangedTwin() throws Exception {
		registry.addDevice(new Device("replaced-by-etag"));
		Twin twin = twins.get("replaced-by-etag");
		twin.getTags().put("site", "D");
		assertEquals("D", twins.replace(twin, '"' + twin.getETag() + '"').getTags().get("site"));
	}

	@Test
	@Row(value = ContractOperation.GET_MODULE_TWIN, sdk = TwinClient.class, call = "get", with = "a module's")
	@Row(value = ContractOperation.PATCH_MODULE_TWIN, sdk = TwinClient.class, call = "patch", with = "a module's")
	@Row(value = ContractOperation.REPLACE_MODULE_TWIN, sdk = TwinClient.class, call = "replace", with = "a module's")
	void aModuleHasATwinToo() throws Exception {
		registry.addDevice(new Device("with-module"));
		registry.addModule(new Module("with-module", "m"));
		Twin twin = twins.get("with-module", "m");
		assertEquals("with-module", twin.getDeviceId());
		assertEquals("m", twin.getModuleId());

		Twin patch = new Twin("with-module", "m");
		patch.getDesiredProperties().put("rate", 5);
		assertEquals(5L, twins.patch(patch).getDesiredProperties().get("rate"));
		assertTrue(twins.get("with-module").getDesiredProperties().isEmpty());

		Twin replacement = new Twin("with-module", "m");
		replacement.getTags().put("kind", "pump");
		Twin replaced = twins.replace(replacement);
		assertEquals("pump", replaced.getTags().get("kind"));
		assertFalse(replaced.getDesiredProperties().containsKey("rate"));
	}

	@Test
	@Row(value = ContractOperation.QUERY_TWINS, sdk = TwinClient.class, call = "query")
	void queriesTwins() throws Exception {
		registry.addDevice(new Device("queried"));
		TwinQueryResponse found = twins.query("SELECT * FROM devices WHERE deviceId = 'queried'");
		assertTrue(found.hasNext());
		assertEquals("queried", found.next().getDeviceId());
		assertFalse(found.hasNext());
	}
}
