// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.monitor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import iothubtools.core.IotHubCore;
import iothubtools.core.events.HubEvent;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.tests.support.WithMonitor;

/** Messages that were sent from here, and that a monitor awaits: those that do not come are told of, and no others. */
class MonitorAwaitedTest extends WithMonitor {

	@BeforeEach
	void start() {
		monitor.command(UiIds.START_MONITOR).awaitReading();
	}

	/** The hub keeps it back, as if a route had taken it. */
	@Test
	void aMessageThatWasSentAndHasNotComeIsToldOf() throws Exception {
		hub.hub().inject(FaultPlan.of(FaultRule.of("ReceiveEvent", new FaultEffect.Delay(Duration.ofMinutes(5)))));
		send(1, "{\"n\":1}");
		monitor.awaitNotice(text -> text.startsWith("A message of sensor-0001 was sent from here and has not come."));
		monitor.command(UiIds.STOP_MONITOR).awaitNotice(String::isEmpty);
	}

	/** What the filter hides has come all the same: the one that has not is another. */
	@Test
	void aMessageThatTheFilterHidesIsNotMissed() throws Exception {
		monitor.type(WidgetIds.MONITOR_FILTER, "nothing of that kind");
		send(1, "{\"n\":1}");
		monitor.awaitEmpty(text -> text.startsWith("None of 1 "));
		hub.hub().inject(FaultPlan.of(FaultRule.of("ReceiveEvent", new FaultEffect.Delay(Duration.ofMinutes(5)))));
		send(2, "{\"n\":2}");
		monitor.awaitNotice(text -> text.startsWith("A message of "));
		monitor.awaitNotice(text -> text.startsWith("A message of sensor-0002 was sent from here and has not come."));
		monitor.command(UiIds.STOP_MONITOR).awaitNotice(String::isEmpty);
	}

	/** The hub gives a message to whoever reads before it has answered whoever sends it, now and then. */
	@Test
	void aMessageThatComesBeforeTheNewsOfItIsNotMissed() throws Exception {
		Instant begun = Instant.now();
		send(1, "{\"n\":1}");
		monitor.awaitColumn(BODY, "{\"n\":1}");
		IotHubCore.get().events().fire(new HubEvent.MessageSent(hub.connection(), "sensor-0001", begun));
		hub.hub().inject(FaultPlan.of(FaultRule.of("ReceiveEvent", new FaultEffect.Delay(Duration.ofMinutes(5)))));
		send(2, "{\"n\":2}");
		assertTrue(monitor.awaitNotice(text -> text.startsWith("A message of ")).startsWith("A message of sensor-0002 "));
		monitor.command(UiIds.STOP_MONITOR).awaitNotice(String::isEmpty);
	}
}
