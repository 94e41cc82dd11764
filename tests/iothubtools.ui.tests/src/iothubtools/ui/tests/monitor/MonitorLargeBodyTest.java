// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.monitor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import iothubtools.client.messages.DeviceMessage;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.tests.support.UiStalls;
import iothubtools.ui.tests.support.WithMonitor;

/** Messages as large as a hub takes, 256 KB, are read like others: a picture in a member of JSON is a line of its own that has no end. */
class MonitorLargeBodyTest extends WithMonitor {

	private static final int SIZE = 250_000;
	private static final int ATTEMPTS = 3;
	private static final long TOLERATED_MILLIS = 250;

	private record Case(String name, String contentType, String body, String end) {
	}

	private static final List<Case> CASES = List.of(
			new Case("JSON with a long string", "application/json", "{\"picture\":\"" + "iVBORw0KGgo".repeat(SIZE / 11) + "\",\"z\":1}", "\"z\": 1\n}"),
			new Case("JSON of many members", "application/json", "[" + "{\"n\":1.50},".repeat(SIZE / 11) + "0]", "0\n]"),
			new Case("text on one line", "text/plain", "21.5;22.0;".repeat(SIZE / 10) + "end", "end"),
			new Case("text on many lines", "text/plain", "21.5;22.0\n".repeat(SIZE / 10) + "end", "end"));

	@Test
	void aBodyOfTheLargestSizeIsShownWholeAndHoldsUpNobody() throws Exception {
		monitor.command(UiIds.START_MONITOR).awaitReading();
		for (Case each : CASES) {
			send("sensor-0001", DeviceMessage.builder().body(each.body().getBytes(StandardCharsets.UTF_8)).contentType(each.contentType())
					.contentEncoding("utf-8").build());
		}
		send(1, "{}");
		Until.holds("all rows", () -> monitor.table().getItemCount() == CASES.size() + 1);
		Map<String, Long> best = new LinkedHashMap<>();
		for (int attempt = 0; attempt < ATTEMPTS && !areTolerated(best); attempt++) {
			try (UiStalls stalls = UiStalls.watch(best)) {
				for (int row = 0; row < CASES.size(); row++) {
					Case each = CASES.get(row);
					monitor.select(row).awaitBody(text -> text.endsWith(each.end()));
					stalls.catchUp();
					stalls.report(each.name());
				}
				monitor.choose(WidgetIds.MONITOR_LOOK, "Hexadecimal");
				monitor.awaitBody(text -> text.startsWith("000000  32 31 2e 35 "));
				stalls.catchUp();
				stalls.report("bytes");
				monitor.choose(WidgetIds.MONITOR_LOOK, "By its type");
			}
			monitor.select(CASES.size()).awaitBody("{}"::equals);
		}
		assertTrue(areTolerated(best), () -> "UI stalls in ms: " + best);
	}

	private static boolean areTolerated(Map<String, Long> stalls) {
		return !stalls.isEmpty() && stalls.values().stream().allMatch(millis -> millis < TOLERATED_MILLIS);
	}
}
