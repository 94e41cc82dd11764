// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.twins.TwinContent;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.CreateDevicesOperation;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.clipboard.Clipboards;
import iothubtools.ui.internal.forms.FileChoice;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.QueryPart;
import iothubtools.ui.tests.support.WithQueryView;

/** Queries in their view, at a real hub. */
class QueryViewTest extends WithQueryView {

	QueryViewTest() {
		super(2100);
	}

	private void device(String id, String tags) throws CoreException {
		IotHubCore.get().operations().run(new CreateDevicesOperation(hub.connection(), List.of(DeviceIdentity.builder(id).build()),
				new TwinContent(tags, "{}")), new NullProgressMonitor());
	}

	@Test
	void aProjectionIsATableOfItsPaths() throws Exception {
		device("a1", "{\"site\":\"North\",\"place\":{\"floor\":2}}");
		device("a2", "{\"site\":\"South\",\"odd-name\":true}");
		query.run("SELECT deviceId, tags FROM devices WHERE IS_DEFINED(tags.site) AND STARTSWITH(deviceId, 'a')").awaitRows(2);
		assertEquals(List.of("#", "deviceId", "tags.place.floor", "tags.site", "tags.[[odd-name]]").stream().sorted().toList(),
				query.headings().stream().sorted().toList());
		assertEquals(List.of("North", "South"), query.column("tags.site"));
		assertEquals(List.of("2", ""), query.column("tags.place.floor"));
		assertEquals("", query.notice());
		query.awaitStatus(text -> text.startsWith("2 rows \u00b7 1 call (20 a minute a unit) \u00b7 "));
	}

	@Test
	void aThousandRowsComeAndMoreWhenAskedFor() {
		query.run("SELECT deviceId FROM devices").awaitRows(1000);
		String some = query.awaitStatus(text -> text.startsWith("1,000 rows so far"));
		assertTrue(some.contains("1 call"), some);
		query.click(WidgetIds.LOAD_MORE);
		query.awaitRows(2000);
		query.click(WidgetIds.LOAD_ALL);
		query.awaitRows(2100);
		query.awaitStatus(text -> text.startsWith("2,100 rows \u00b7 3 calls (20 a minute a unit)"));
		assertFalse(Boolean.TRUE.equals(Ui.get(() -> query.find(WidgetIds.LOAD_ALL).isVisible())));
	}

	@Test
	void ofWholeTwinsThatIsShownWhichIsLookedAtMost() {
		query.run("SELECT * FROM devices").awaitRows(1000);
		List<String> headings = query.headings();
		assertEquals(List.of("#", "deviceId", "status", "connectionState"), headings.subList(0, 4));
		assertFalse(headings.contains("etag"), headings::toString);
		assertFalse(headings.stream().anyMatch(heading -> heading.contains("$")), headings::toString);
	}

	@Test
	void groupsAreCounted() {
		query.run("SELECT status, COUNT() AS number FROM devices GROUP BY status");
		Until.holds("groups", () -> query.headings().contains("number"));
		assertEquals(2100, query.column("number").stream().mapToInt(Integer::parseInt).sum());
	}

	@Test
	void anErrorIsMarkedAtItsPlaceBeforeItIsSentAndTheQueryCanBeSentAllTheSame() {
		query.type("SELECT * FROM devices WHERE tags.site == 'A'");
		query.awaitNotice(text -> text.equals("Write = instead of ==."));
		StyledText text = query.text();
		StyleRange marked = Until.found("a mark", () -> {
			StyleRange style = text.getStyleRangeAtOffset(39);
			return style != null && style.underline ? style : null;
		});
		assertTrue(marked.underline);
		query.command(UiIds.RUN_QUERY);
		query.awaitNotice(said -> said.startsWith("Write = instead of ==.") && said.contains("The hub refused"));
		assertEquals("SELECT * FROM devices WHERE tags.site == 'A'", query.typed());
	}

	@Test
	void aRefusalIsSaidTogetherWithWhatWasFoundBefore() {
		query.run("SELECT * FROM device");
		query.awaitNotice(text -> text.startsWith("device is not known") && text.contains("The hub refused"));
	}

	@Test
	void keywordsAreColoured() {
		query.type("SELECT deviceId FROM devices");
		StyledText text = query.text();
		Until.holds("bold SELECT", () -> text.getStyleRangeAtOffset(2) != null && text.getStyleRangeAtOffset(2).fontStyle != 0);
		assertFalse(Boolean.TRUE.equals(Ui.get(() -> text.getStyleRangeAtOffset(9) != null)));
	}

	@Test
	void rowsWithADeviceAreDevicesForCommands() {
		query.run("SELECT deviceId, status FROM devices").awaitRows(1000).select(0, 1);
		List<DeviceNode> devices = Ui.get(() -> HubSelection.devices(query.part().getSite().getSelectionProvider().getSelection()));
		assertEquals(query.column("deviceId").subList(0, 2), devices.stream().map(DeviceNode::deviceId).toList());
		query.run("SELECT COUNT() AS n FROM devices").awaitRows(1).select(0);
		assertEquals(hub.connection(), Ui.get(() -> HubSelection.connection(query.part().getSite().getSelectionProvider().getSelection())));
	}

	/** Who chooses another hub to ask next must not delete its devices by the rows of this one. */
	@Test
	void rowsStayThoseOfTheHubTheyCameFrom(@TempDir Path other) throws Exception {
		query.run("SELECT deviceId, status FROM devices").awaitRows(1000);
		try (HubFixture second = HubFixture.start(other, "Other", 3)) {
			Ui.run(() -> query.part().show(second.connection()));
			query.select(0);
			assertEquals(List.of(hub.connection()), Ui.get(() -> HubSelection.devices(query.part().getSite().getSelectionProvider().getSelection()))
					.stream().map(DeviceNode::connection).toList());
			query.click(WidgetIds.LOAD_MORE);
			query.awaitRows(2000);
			assertEquals(second.connection(), query.part().connection());
		}
	}

	@Test
	void aHubThatEndsInTheMiddleLeavesRowsAndTextAndTheRestCanBeAskedFor() throws Exception {
		query.run("SELECT deviceId FROM devices").awaitRows(1000);
		hub.stop();
		query.click(WidgetIds.LOAD_MORE);
		query.awaitNotice(text -> !text.isEmpty());
		query.awaitRows(1000);
		assertEquals("SELECT deviceId FROM devices", query.typed());
	}

	@Test
	void anEmptyQueryIsAskedFor() {
		query.run(" ");
		query.awaitNotice(text -> text.startsWith("Type a query"));
	}

	@Test
	void anotherViewOpensBesideOneWithAText() {
		query.type("SELECT");
		QueryPart other = QueryPart.open(hub.connection());
		assertFalse(query.part() == other.part());
		assertEquals("Plant \u2013 Query", Ui.get(() -> other.part().getPartName()));
	}

	@Test
	void rowsAreCopiedAsTabSeparatedTextAndAsJson() {
		query.run("SELECT deviceId, status FROM devices WHERE deviceId = 'sensor-0001'").awaitRows(1).select(0);
		query.command(IWorkbenchCommandConstants.EDIT_COPY);
		Until.holds("the rows", () -> Clipboards.text().replace("\r", "").equals("#\tdeviceId\tstatus\n1\tsensor-0001\tenabled"));
		query.command(UiIds.COPY_JSON);
		Until.holds("the JSON", () -> Clipboards.text().equals("{\"deviceId\":\"sensor-0001\",\"status\":\"enabled\"}"));
		query.command("iothubtools.ui.command.copyDeviceIds");
		Until.holds("the id", () -> Clipboards.text().equals("sensor-0001"));
	}

	@Test
	void inTheTextCopyIsTheTextsOwn() {
		query.type("SELECT 1");
		Ui.run(() -> query.text().setSelection(0, 6));
		query.command(IWorkbenchCommandConstants.EDIT_COPY);
		Until.holds("the word", () -> Clipboards.text().equals("SELECT"));
	}

	@Test
	void undoBringsBackWhatWasTyped() {
		query.type("SELECT 1");
		Ui.run(() -> query.part().show("SELECT 2"));
		query.command(IWorkbenchCommandConstants.EDIT_UNDO);
		Until.holds("the text before", () -> query.text().getText().equals("SELECT 1"));
	}

	@Test
	void allRowsAreExportedWhateverIsShown() throws Exception {
		Path file = folder.resolve("out.jsonl");
		Ui.run(() -> FileChoice.answerWith((shell, title, patterns) -> file));
		try {
			query.run("SELECT deviceId FROM devices").awaitRows(1000);
			query.command(UiIds.EXPORT_QUERY);
			query.awaitNotice(text -> text.startsWith("2,100 rows are in "));
		} finally {
			Ui.run(FileChoice::askThePerson);
		}
		assertEquals(2100, Files.readAllLines(file).size());
		assertEquals("{\"deviceId\":\"sensor-0001\"}", Files.readAllLines(file).get(0));
	}

	@Test
	void altEnterShowsThePropertiesOfADevice() {
		query.run("SELECT deviceId FROM devices").awaitRows(1000).select(3);
		query.command(UiIds.PROPERTIES);
		IViewPart properties = Until.found("Properties", () -> HubView.page().findView(IPageLayout.ID_PROP_SHEET));
		Ui.run(() -> HubView.page().hideView(properties));
	}

	@Test
	void aPolicyThatMayNotQueryIsToldWhichRightIsMissing() throws Exception {
		HubConnection reader = HubFixture.connect(hub.hub(), "Reader", "device");
		try {
			Ui.run(() -> query.part().show(reader));
			query.run("SELECT * FROM devices");
			query.awaitNotice(text -> text.contains("device") && !text.isEmpty());
			assertEquals("SELECT * FROM devices", query.typed());
		} finally {
			HubFixture.forget(reader.id());
		}
	}

	@Test
	void aHubWhoseConnectionIsRemovedIsAskedNoLongerAndTheTextStays() throws Exception {
		HubConnection other = HubFixture.connect(hub.hub(), "Other", "iothubowner");
		Ui.run(() -> query.part().show(other));
		query.type("SELECT * FROM devices");
		HubFixture.forget(other.id());
		Until.holds("no hub", () -> query.part().connection() == null && query.hubs().getText().isEmpty());
		assertEquals("SELECT * FROM devices", query.typed());
	}

	@Test
	void aTextThatWasTypedComesBackWithItsView() {
		query.type("SELECT 1");
		Ui.run(() -> {
			String number = query.part().getViewSite().getSecondaryId();
			HubView.page().hideView(query.part());
			try {
				HubView.page().showView(UiIds.QUERY_VIEW, number, IWorkbenchPage.VIEW_ACTIVATE);
			} catch (PartInitException e) {
				throw new IllegalStateException(e);
			}
		});
		QueryPart again = QueryPart.only();
		assertEquals("SELECT 1", again.typed());
		assertEquals(hub.connection(), again.part().connection());
		again.command(IWorkbenchCommandConstants.EDIT_UNDO);
		assertEquals("SELECT 1", again.typed(), "Undo took away what nobody has typed here");
	}
}
