// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.azure.sdk.iot.service.registry.Device;
import com.microsoft.azure.sdk.iot.service.registry.RegistryClient;

import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.Row;

/** Operations of the service that the Java SDKs do not have. */
@ExtendWith(ConformanceTable.class)
class NoSdkTest {

	@RegisterExtension
	static final HubUnderTest HUB = new HubUnderTest();

	@Test
	@Row(ContractOperation.LIST_DEVICES)
	void listsDevices() throws Exception {
		RegistryClient registry = new ServiceClients(HUB).registry();
		registry.addDevice(new Device("listed-1"));
		registry.addDevice(new Device("listed-2"));
		JsonArray devices = JsonParser.parseString(ok("GET", "/devices?top=2", "").body()).getAsJsonArray();
		assertEquals(2, devices.size());
	}

	@Test
	@Row(ContractOperation.SERVICE_STATISTICS)
	void countsConnections() {
		JsonObject statistics = object(ok("GET", "/statistics/service", ""));
		assertEquals(0, statistics.get("connectedDeviceCount").getAsInt());
	}

	@Test
	@Row(value = ContractOperation.BULK_REGISTRY, with = "create and delete")
	void createsManyAtOnce() throws Exception {
		JsonObject created = object(ok("POST", "/devices", """
				[{"id":"bulk-1","importMode":"create"},{"id":"bulk-2","importMode":"create"}]"""));
		assertTrue(created.get("isSuccessful").getAsBoolean());
		RegistryClient registry = new ServiceClients(HUB).registry();
		assertEquals("bulk-2", registry.getDevice("bulk-2").getDeviceId());
		assertTrue(object(ok("POST", "/devices", """
				[{"id":"bulk-1","importMode":"delete"},{"id":"bulk-2","importMode":"delete"}]""")).get("isSuccessful").getAsBoolean());
	}

	@Test
	@Row(ContractOperation.REGENERATE_KEYS)
	void regeneratesKeys() throws Exception {
		RegistryClient registry = new ServiceClients(HUB).registry();
		String before = registry.addDevice(new Device("regenerated")).getPrimaryKey();
		JsonObject result = object(ok("POST", "/devices/keys/regenerate",
				"{\"policyKey\":\"both\",\"devices\":[{\"id\":\"regenerated\"}]}"));
		String after = registry.getDevice("regenerated").getPrimaryKey();
		assertNotEquals(before, after);
		assertEquals(after, result.getAsJsonArray("rotatedKeys").get(0).getAsJsonObject().get("primaryKey").getAsString());
	}

	@Test
	@Row(ContractOperation.TEST_QUERIES)
	void testsQueries() {
		JsonObject result = object(ok("POST", "/configurations/testQueries", """
				{"targetCondition":"tags.site='A'","customMetricQueries":{"bad":"SELEKT"}}"""));
		assertTrue(result.get("targetConditionError").isJsonNull(), result.toString());
		assertEquals(Set.of("bad"), result.getAsJsonObject("customMetricQueryErrors").keySet(), result.toString());
	}

	@Test
	@Row(ContractOperation.PURGE_C2D)
	void purgesMessages() throws Exception {
		new ServiceClients(HUB).registry().addDevice(new Device("purged"));
		for (String body : List.of("one", "two")) {
			assertEquals(204, HUB.http().call("POST", "/localhub/devices/purged/messages/deviceBound", body).statusCode());
		}
		JsonObject result = object(ok("DELETE", "/devices/purged/commands", ""));
		assertEquals(2, result.get("totalMessagesPurged").getAsInt());
		assertEquals("purged", result.get("deviceId").getAsString());
	}

	private static HttpResponse<String> ok(String method, String path, String body) {
		HttpResponse<String> reply = HUB.http().call(method, path, body);
		assertEquals(200, reply.statusCode(), reply.body());
		return reply;
	}

	private static JsonObject object(HttpResponse<String> reply) {
		return JsonParser.parseString(reply.body()).getAsJsonObject();
	}
}
