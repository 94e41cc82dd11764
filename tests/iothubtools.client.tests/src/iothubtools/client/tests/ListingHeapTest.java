// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import iothubtools.client.IotHubClient;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.client.tests.server.Response;
import iothubtools.client.tests.server.TestServer;

/** A list of very many devices is small, whatever else the hub tells of them. */
class ListingHeapTest {

	private static final int DEVICES = 100_000;
	private static final int PAGE = 1000;
	/** Of a row: itself, its id and its last activity, and some room for the list. */
	private static final int TOLERATED_BYTES = 150;

	private static final String TWIN = """
			{"deviceId":"sensor-%06d","etag":"AAAAAAAAAAE=","deviceEtag":"%s","status":"enabled","statusReason":null,
			 "statusUpdateTime":"0001-01-01T00:00:00Z","connectionState":"Disconnected",
			 "lastActivityTime":"2026-01-02T03:04:05.6290503Z","cloudToDeviceMessageCount":0,
			 "authenticationType":"sas","x509Thumbprint":{"primaryThumbprint":null,"secondaryThumbprint":null},"modelId":"","version":2,
			 "tags":{"site":"north","floor":%d},"properties":{"desired":{"$version":1,"interval":30},"reported":{"$version":1}},
			 "capabilities":{"iotEdge":false},"deviceScope":"ms-azure-iot-edge://edge-1-637335579304092697",
			 "parentScopes":["ms-azure-iot-edge://edge-1-637335579304092697"]}""";

	@Test
	void aRowKeepsNoMoreThanAListShows() throws Exception {
		// once before, so that classes do not count
		list();
		long before = usedHeap();
		List<List<DeviceSummary>> pages = list();
		long bytes = (usedHeap() - before) / DEVICES;
		System.out.println("A row of a list takes " + bytes + " bytes");
		assertEquals(DEVICES, pages.stream().mapToInt(List::size).sum());
		assertTrue(bytes <= TOLERATED_BYTES, () -> bytes + " bytes a row");
	}

	private static List<List<DeviceSummary>> list() throws Exception {
		try (TestServer server = TestServer.start(request -> page(request.header("x-ms-continuation")));
				IotHubClient client = new HubFixture().client(server.host()).build()) {
			List<List<DeviceSummary>> pages = new ArrayList<>();
			client.devices().listAll(page -> pages.add(List.copyOf(page)), Cancellation.none());
			return pages;
		}
	}

	private static Response page(String continuation) {
		int from = continuation.isEmpty() ? 0 : Integer.parseInt(continuation);
		String body = IntStream.range(from, from + PAGE).mapToObj(i -> String.format(TWIN, i, "MTg5NTk3" + (i + 1000), i))
				.collect(Collectors.joining(",", "[", "]"));
		return from + PAGE < DEVICES ? Response.json(200, body, "x-ms-continuation", Integer.toString(from + PAGE))
				: Response.json(200, body);
	}

	/** After what nobody holds any more is gone. */
	private static long usedHeap() {
		long used = Long.MAX_VALUE;
		for (int i = 0; i < 4; i++) {
			System.gc();
			used = Math.min(used, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
		}
		return used;
	}
}
