// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.azure.sdk.iot.service.exceptions.IotHubBadFormatException;
import com.microsoft.azure.sdk.iot.service.query.QueryClient;
import com.microsoft.azure.sdk.iot.service.query.QueryPageOptions;
import com.microsoft.azure.sdk.iot.service.query.RawQueryResponse;
import com.microsoft.azure.sdk.iot.service.query.TwinQueryResponse;
import com.microsoft.azure.sdk.iot.service.registry.Device;
import com.microsoft.azure.sdk.iot.service.registry.Module;
import com.microsoft.azure.sdk.iot.service.registry.RegistryClient;
import com.microsoft.azure.sdk.iot.service.twin.Twin;
import com.microsoft.azure.sdk.iot.service.twin.TwinClient;

import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.ExpectedError;
import iothubtools.conformance.table.Row;

/** Queries of twins (contract §3.3) through the service SDK. */
@ExtendWith(ConformanceTable.class)
class QueryClientTest {

	private static final int DEVICES = 6;

	@RegisterExtension
	static final HubUnderTest HUB = new HubUnderTest();

	private static QueryClient queries;

	/** Six devices: three in site A, three in site B, with levels 0 to 5, and a module on one of them. */
	@BeforeAll
	static void devices() throws Exception {
		ServiceClients clients = new ServiceClients(HUB);
		RegistryClient registry = clients.registry();
		TwinClient twins = clients.twins();
		for (int i = 0; i < DEVICES; i++) {
			registry.addDevice(new Device("d" + i));
			Twin twin = new Twin("d" + i);
			twin.getTags().put("site", i % 2 == 0 ? "A" : "B");
			twin.getDesiredProperties().put("level", i);
			twins.patch(twin);
		}
		registry.addModule(new Module("d0", "pump"));
		queries = clients.queries();
	}

	@Test
	@Row(value = ContractOperation.QUERY_TWINS, sdk = QueryClient.class, call = "queryTwins", with = "WHERE on tags and desired properties")
	void queriesTwins() throws Exception {
		assertEquals(List.of("d2", "d4"), ids(queries.queryTwins(
				"SELECT * FROM devices WHERE tags.site = 'A' AND properties.desired.level > 0")));
		assertEquals(List.of("d1", "d3"), ids(queries.queryTwins("SELECT * FROM devices WHERE deviceId IN ['d1', 'd3', 'd9']")));
		assertEquals(List.of(), ids(queries.queryTwins("SELECT * FROM devices WHERE tags.site = 'C'")));
	}

	@Test
	@Row(value = ContractOperation.QUERY_TWINS, sdk = QueryClient.class, call = "queryTwins", with = "in pages")
	void queriesInPages() throws Exception {
		QueryPageOptions two = QueryPageOptions.builder().pageSize(2).build();
		TwinQueryResponse first = queries.queryTwins("SELECT * FROM devices", two);
		assertTrue(first.getContinuationToken() != null && !first.getContinuationToken().isEmpty());
		List<String> seen = new ArrayList<>();
		// six is a multiple of two: a token after the last full page would make the SDK fail
		while (first.hasNext()) {
			seen.add(first.next(two).getDeviceId());
		}
		assertEquals(List.of("d0", "d1", "d2", "d3", "d4", "d5"), seen.stream().sorted().toList());
	}

	@Test
	@Row(value = ContractOperation.QUERY_TWINS, sdk = QueryClient.class, call = "queryTwins", with = "FROM devices.modules")
	void queriesModules() throws Exception {
		TwinQueryResponse found = queries.queryTwins("SELECT * FROM devices.modules WHERE moduleId = 'pump'");
		Twin twin = found.next();
		assertEquals("d0", twin.getDeviceId());
		assertEquals("pump", twin.getModuleId());
		assertFalse(found.hasNext());
	}

	@Test
	@Row(value = ContractOperation.QUERY_RAW, sdk = QueryClient.class, call = "queryRaw", with = "projection")
	void queriesAProjection() throws Exception {
		RawQueryResponse found = queries
				.queryRaw("SELECT deviceId, properties.desired.level AS level FROM devices WHERE deviceId = 'd3'");
		JsonObject row = JsonParser.parseString(found.next()).getAsJsonObject();
		assertEquals("d3", row.get("deviceId").getAsString());
		assertEquals(3, row.get("level").getAsInt());
		assertFalse(found.hasNext());
	}

	@Test
	@Row(value = ContractOperation.QUERY_RAW, sdk = QueryClient.class, call = "queryRaw", with = "GROUP BY with aggregates")
	void queriesAggregates() throws Exception {
		RawQueryResponse found = queries.queryRaw(
				"SELECT tags.site AS site, COUNT() AS number, MAX(properties.desired.level) AS highest FROM devices GROUP BY tags.site");
		List<String> rows = new ArrayList<>();
		while (found.hasNext()) {
			JsonObject row = JsonParser.parseString(found.next()).getAsJsonObject();
			rows.add(row.get("site").getAsString() + ' ' + row.get("number").getAsInt() + ' ' + row.get("highest").getAsInt());
		}
		assertEquals(List.of("A 3 4", "B 3 5"), rows.stream().sorted().toList());
	}

	@Test
	@Row(value = ContractOperation.QUERY_TWINS, sdk = QueryClient.class, call = "queryTwins", with = "syntax error", error = "IotHubBadFormatException: ErrorCode:ArgumentInvalid;BadRequest")
	void refusesASyntaxError(ExpectedError error) {
		error.isThrownBy(IotHubBadFormatException.class, () -> queries.queryTwins("SELECT * FROM devices WHERE tags.site =="));
	}

	private static List<String> ids(TwinQueryResponse found) throws Exception {
		List<String> ids = new ArrayList<>();
		while (found.hasNext()) {
			ids.add(found.next().getDeviceId());
		}
		return ids.stream().sorted().toList();
	}
}
