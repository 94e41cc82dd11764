// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.core.IotHubCore;
import iothubtools.core.queries.SavedQuery;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.LineQuestion;
import iothubtools.ui.tests.support.QueryPart;
import iothubtools.ui.tests.support.WithHubView;

/** Queries that are kept for a hub: saved from their view, rows below their hub, opened, renamed and deleted there. */
class SavedQueriesTest extends WithHubView {

	private static final String DISABLED = "SELECT deviceId FROM devices WHERE status = 'disabled'";

	@RegisterExtension
	final HubFixture hub = new HubFixture("Plant", 3);

	@BeforeEach
	void awaitTheDevices() {
		view.awaitRows(4);
	}

	@AfterEach
	void closeTheQueries() {
		QueryPart.closeAll();
	}

	private void keep(String name, String text) {
		IotHubCore.get().queries().save(hub.connection(), SavedQuery.create(name, text));
	}

	private List<String> kept() {
		return IotHubCore.get().queries().of(hub.connection()).stream().map(query -> query.name() + ": " + query.text()).toList();
	}

	@Test
	void aQueryIsSavedByANameAndIsARowBelowItsHub() {
		QueryPart query = QueryPart.open(hub.connection()).type(DISABLED);
		query.post(IWorkbenchCommandConstants.FILE_SAVE);
		LineQuestion.answer("Save Query", "Disabled ones", "OK");
		view.activate();
		Until.holds("the row", () -> view.names().contains("Disabled ones"));
		assertEquals(List.of("Disabled ones: " + DISABLED), kept());
		Until.holds("the name", () -> query.part().getPartName().equals("Disabled ones \u2013 Plant"));

		query.type("SELECT * FROM devices").post(IWorkbenchCommandConstants.FILE_SAVE);
		LineQuestion.answer("Save Query", "Disabled ones", "OK");
		Scope.window("Save Query").press("Cancel");
		assertEquals(List.of("Disabled ones: " + DISABLED), kept());
	}

	@Test
	void aTextWithAKeyInItIsNotKept() {
		QueryPart query = QueryPart.open(hub.connection())
				.type("SELECT * FROM devices WHERE tags.a = '" + hub.hub().connectionString("iothubowner") + "'");
		query.post(IWorkbenchCommandConstants.FILE_SAVE);
		Scope told = Scope.window("Save Query").open();
		told.shows("looks like a key or token");
		told.press("OK");
		told.closed();
		assertEquals(List.of(), kept());
	}

	@Test
	void aDoubleClickOpensAndRunsIt() {
		keep("All of them", "SELECT deviceId FROM devices");
		view.awaitRows(5);
		view.select("All of them");
		Ui.post(() -> view.table().notifyListeners(SWT.DefaultSelection, new Event()));
		QueryPart.only().awaitRows(3);
		assertEquals("SELECT deviceId FROM devices", QueryPart.only().typed());
	}

	@Test
	void itIsRenamedAndDeletedLikeADevice() {
		keep("old", DISABLED);
		keep("taken", DISABLED);
		view.awaitRows(6);
		view.activate();
		view.select("old");
		view.command(IWorkbenchCommandConstants.FILE_RENAME);
		LineQuestion.answer("Rename Query", "new", "OK");
		Until.holds("the new name", () -> view.names().contains("new"));
		view.select("new");
		view.command(IWorkbenchCommandConstants.EDIT_DELETE);
		Scope.window("Delete Query").press("Delete");
		view.awaitRows(5);
		assertEquals(List.of("taken: " + DISABLED), kept());
	}

	@Test
	void theFilterIsAboutItsName() {
		keep("Disabled ones", DISABLED);
		view.awaitRows(5);
		view.filter("ones");
		Until.holds("the row alone", () -> view.names().size() == 2 && view.names().get(1).equals("Disabled ones"));
		view.filter("");
		view.awaitRows(5);
	}

	@Test
	void theHubOfTheSelectedRowIsAsked() {
		view.activate();
		Ui.run(() -> {
			view.table().setSelection(0);
			view.table().notifyListeners(SWT.Selection, new Event());
		});
		view.command(UiIds.QUERY);
		assertEquals(hub.connection(), QueryPart.only().part().connection());
		assertTrue(QueryPart.only().part().isEmpty());
	}
}
