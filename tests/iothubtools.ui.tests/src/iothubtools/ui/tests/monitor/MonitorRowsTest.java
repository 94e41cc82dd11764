// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.junit.jupiter.api.Test;

import iothubtools.client.messages.DeviceMessage;
import iothubtools.core.IotHubCore;
import iothubtools.core.telemetry.MonitoredDevices;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.clipboard.Clipboards;
import iothubtools.ui.internal.forms.FileChoice;
import iothubtools.ui.tests.support.SendMany;
import iothubtools.ui.tests.support.WithMonitor;

/** The rows of a monitor: filtered, selected, copied, with columns of what is in messages. */
class MonitorRowsTest extends WithMonitor {

	@Test
	void aFilterShowsWhatItAsksForAndSaysWhatIsWrongWithIt() throws Exception {
		startReading();
		send(1, "{\"t\":20}");
		send(2, "{\"t\":30}");
		send(3, "{\"t\":40}");
		Until.holds("three rows", () -> monitor.table().getItemCount() == 3);
		monitor.type(WidgetIds.MONITOR_FILTER, "$.t > 25 !device:*3").awaitColumn(BODY, "{\"t\":30}");
		monitor.awaitStatus(text -> text.contains("3 messages") && text.contains("1 pass the filter"));
		send(2, "{\"t\":31}");
		send(2, "{\"t\":21}");
		monitor.awaitColumn(BODY, "{\"t\":30}", "{\"t\":31}");
		monitor.type(WidgetIds.MONITOR_FILTER, "/[/");
		Until.holds("what is wrong", () -> String.valueOf(monitor.find(WidgetIds.MONITOR_FILTER).getToolTipText()).startsWith("/[/ is no regular expression"));
		monitor.awaitColumn(BODY, "{\"t\":30}", "{\"t\":31}");
		monitor.type(WidgetIds.MONITOR_FILTER, "nothing").awaitEmpty(text -> text.equals("None of 5 messages passes the filter."));
		monitor.followStep();
		Until.holds("all rows", () -> monitor.table().getItemCount() == 5);
	}

	@Test
	void whatAFilterHidesIsSelectedAgainWhenItIsShown() throws Exception {
		startReading();
		for (int i = 0; i < 4; i++) {
			send(1, "{\"n\":" + i + "}");
		}
		Until.holds("four rows", () -> monitor.table().getItemCount() == 4);
		monitor.select(1).awaitBody(text -> text.contains("\"n\": 1"));
		monitor.type(WidgetIds.MONITOR_FILTER, "$.n > 1").awaitColumn(BODY, "{\"n\":2}", "{\"n\":3}");
		monitor.awaitBody(String::isEmpty);
		monitor.type(WidgetIds.MONITOR_FILTER, "").awaitBody(text -> text.contains("\"n\": 1"));
		assertEquals(List.of(1), selected());
		// also after none was left
		monitor.type(WidgetIds.MONITOR_FILTER, "nothing").awaitEmpty(text -> text.startsWith("None of 4"));
		monitor.followStep();
		monitor.awaitBody(text -> text.contains("\"n\": 1"));
		assertEquals(List.of(1), selected());
		// what is selected meanwhile stays alone
		monitor.type(WidgetIds.MONITOR_FILTER, "$.n > 1").awaitColumn(BODY, "{\"n\":2}", "{\"n\":3}");
		monitor.select(1).awaitBody(text -> text.contains("\"n\": 3"));
		monitor.type(WidgetIds.MONITOR_FILTER, "");
		Until.holds("all rows", () -> monitor.table().getItemCount() == 4 && selected().equals(List.of(3)));
	}

	private List<Integer> selected() {
		return Ui.get(() -> Arrays.stream(monitor.table().getSelectionIndices()).boxed().toList());
	}

	@Test
	void propertiesAndMembersOfBodiesBecomeColumns() throws Exception {
		startReading();
		send("sensor-0001", DeviceMessage.builder().body("{\"a\":{\"b\":5}}".getBytes(StandardCharsets.UTF_8)).property("level", "high").build());
		monitor.awaitColumn(BODY, "{\"a\":{\"b\":5}}");
		monitor.post(UiIds.CHOOSE_COLUMNS);
		Scope dialog = Scope.window("Columns of Messages").open();
		Ui.run(() -> {
			Shell shell = Arrays.stream(Ui.display().getShells()).filter(each -> each.getText().equals("Columns of Messages")).findFirst().orElseThrow();
			for (TableItem item : table(shell).getItems()) {
				if (List.of("$.a.b", "property:level").contains(item.getText())) {
					item.setChecked(true);
				}
			}
		});
		dialog.press("OK");
		monitor.awaitColumn("$.a.b", "5").awaitColumn("level", "high");
		assertEquals(List.of("Enqueued time", "Device", "$.a.b", "level", "Body", "Source", "Properties"), monitor.headings());
	}

	private static Table table(Composite parent) {
		for (Control child : parent.getChildren()) {
			Table found = child instanceof Table table ? table : child instanceof Composite composite ? table(composite) : null;
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	@Test
	void messagesAreCopiedAndExported() throws Exception {
		startReading();
		send(1, "{\"n\":1}");
		send(2, "{\"n\":2}");
		Until.holds("two rows", () -> monitor.table().getItemCount() == 2);
		monitor.select(0).command(UiIds.COPY_JSON);
		String copied = Ui.get(Clipboards::text);
		assertTrue(copied.contains("\"deviceId\":\"sensor-0001\"") && copied.contains("\"body\":{\"n\":1}"), copied);
		monitor.command(UiIds.COPY_CSV);
		assertTrue(Ui.get(Clipboards::text).startsWith("enqueuedTime,deviceId,"));
		monitor.command(IWorkbenchCommandConstants.EDIT_COPY);
		assertTrue(Ui.get(Clipboards::text).startsWith("Enqueued time\tDevice\tBody\tSource\tProperties"));
		Path file = folder.resolve("messages.csv");
		Ui.run(() -> FileChoice.answerWith((shell, title, patterns) -> file));
		try {
			monitor.command(UiIds.EXPORT_MESSAGES).awaitNotice(text -> text.equals("2 messages are in " + file + "."));
		} finally {
			Ui.run(FileChoice::askThePerson);
		}
		assertEquals(3, Files.readAllLines(file).size());
	}

	@Test
	void whoReadsAMessageIsNotTakenAwayFromIt() throws Exception {
		startReading();
		for (int i = 0; i < 5; i++) {
			send(1, "{\"n\":" + i + "}");
		}
		Until.holds("five rows", () -> monitor.table().getItemCount() == 5);
		monitor.select(1).awaitBody(text -> text.contains("\"n\": 1"));
		send(1, "{\"n\":5}");
		Until.holds("six rows", () -> monitor.table().getItemCount() == 6);
		assertEquals(List.of(1), selected());
		monitor.awaitBody(text -> text.contains("\"n\": 1"));
	}

	/** Whoever starts anew while messages are on their way sees each of them once. */
	@Test
	void startedAnewWhileMessagesComeEachIsThereOnce() throws Exception {
		for (int i = 0; i < 20; i++) {
			List<DeviceMessage> many = Collections.nCopies(1000, DeviceMessage.builder().body("1".getBytes(StandardCharsets.UTF_8)).build());
			IotHubCore.get().operations().run(new SendMany(hub.connection(), many), new NullProgressMonitor());
		}
		monitor.choose(WidgetIds.MONITOR_FROM, "Earliest");
		for (int i = 0; i < 20; i++) {
			Ui.run(() -> monitor.part().show(hub.connection(), MonitoredDevices.ALL, true));
			monitor.awaitStatus(text -> !text.contains(" 0 messages"));
		}
		monitor.awaitStatus(text -> text.startsWith("Reading") && text.contains("20,000 messages"));
		send(1, "\"end\"");
		monitor.awaitStatus(text -> text.contains(" 20,001 messages"));
	}
}
