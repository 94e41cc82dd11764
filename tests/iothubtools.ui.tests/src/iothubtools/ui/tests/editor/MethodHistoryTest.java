// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;

import iothubtools.client.methods.DirectMethod;
import iothubtools.core.IotHubCore;
import iothubtools.tour.driver.Pasteboard;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.editor.internal.methods.MethodIds;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.TableRows;

/** What became of direct methods, kept on the page Methods to be run again, compared and made favourites. */
class MethodHistoryTest extends WithMethodsPage {

	/** A key in base64, as somebody may paste one. */
	private static final String KEY = "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=";

	@Test
	void whatWasRunIsRunAgainPutIntoTheFormComparedAndRemoved() throws Exception {
		int[] calls = { 0 };
		connect("d1", (name, payload) -> "200 {\"calls\":" + ++calls[0] + ",\"name\":\"" + name + "\"}");
		invoke("count", "{\"a\":1}");
		awaitRows("count {\"a\":1} d1 Status 200");
		enter(MethodIds.NAME, "other").enter(MethodIds.PAYLOAD, "").enter(MethodIds.RESPONSE_TIMEOUT, "77");
		press(MethodIds.RUN_AGAIN);
		awaitRows("count {\"a\":1} d1 Status 200", "count {\"a\":1} d1 Status 200");
		assertEquals("other", value(MethodIds.NAME), "what is typed stays");
		select(0);
		assertTrue(value(MethodIds.ANSWER).contains("\"calls\": 2"));
		press(MethodIds.EDIT);
		Until.holds("it in the form", () -> value(MethodIds.NAME).equals("count"));
		assertEquals(List.of("{\"a\":1}", "30", "0", "d1 (the device)"), Stream.of(MethodIds.PAYLOAD, MethodIds.RESPONSE_TIMEOUT, MethodIds.CONNECT_TIMEOUT,
				MethodIds.TARGET).map(this::value).toList());
		assertFalse(enabled(MethodIds.COMPARE));
		select(0, 1);
		press(MethodIds.COMPARE);
		Form compare = new Form("Compare Results of Direct Methods").open();
		Until.holds("both texts", () -> texts(compare).stream().anyMatch(text -> text.contains("\"calls\": 1"))
				&& texts(compare).stream().anyMatch(text -> text.contains("\"calls\": 2")));
		Scope.window("Compare Results of Direct Methods").open().press("Close");
		compare.closed();
		select(1);
		press(MethodIds.REMOVE);
		awaitRows("count {\"a\":1} d1 Status 200");
	}

	@Test
	void theNewestStandsFirstUntilSomebodySortsThemAndTheyAreCopied() throws Exception {
		connect("d1", (name, payload) -> "200 {}");
		for (String name : List.of("c", "a", "b")) {
			invoke(name, "");
			awaitFirstRow(name + "  d1 Status 200");
			// it is selected a moment after it is listed
			Until.holds(name + " to be selected", () -> table().getSelectionIndex() == 0 && editor.find(MethodIds.RUN_AGAIN).isEnabled());
		}
		TableRows runs = TableRows.of(Objects.requireNonNull(Ui.get(this::table))).await("Method", "b", "a", "c").sort("Method").await("Method", "a", "b", "c").sort("Time")
				.await("Method", "c", "a", "b");
		runs.select(0, 2).copy();
		Until.holds("two rows on the clipboard", () -> Pasteboard.text().lines().map(line -> line.split("\t")[1]).toList()
				.equals(List.of("Method", "c", "b")));
		invoke("d", "");
		runs.await("Method", "c", "a", "b", "d");
		assertEquals(List.of("Run Again", "Edit", "Compare", "Remove", "", "Copy Rows"),
				Ui.get(() -> Stream.of(table().getMenu().getItems()).map(item -> item.getText().replace("&", "")).toList()));
	}

	private static List<String> texts(Form window) {
		List<String> texts = new ArrayList<>();
		for (Shell shell : Ui.display().getShells()) {
			if (shell.getText().equals(window.window())) {
				collect(shell, texts);
			}
		}
		return texts;
	}

	private static void collect(Composite parent, List<String> texts) {
		for (Control child : parent.getChildren()) {
			if (child instanceof StyledText text) {
				texts.add(text.getText());
			} else if (child instanceof Composite composite) {
				collect(composite, texts);
			}
		}
	}

	@Test
	void theHistoryIsOfThisDeviceUntilThatOfAllIsAskedForAndIsThereInTheNextEditor() throws Exception {
		hub.create("d2");
		connect("d1", (name, payload) -> "200 {}");
		connect("d2", (name, payload) -> "201 {}");
		invoke("one", "");
		awaitRows("one  d1 Status 200");
		open("d2");
		assertEquals(List.of(), rows());
		invoke("two", "");
		awaitRows("two  d2 Status 201");
		Ui.run(() -> {
			Button all = (Button) editor.find(MethodIds.ALL_DEVICES);
			all.setSelection(true);
			all.notifyListeners(SWT.Selection, new Event());
		});
		awaitRows("two  d2 Status 201", "one  d1 Status 200");
		Until.holds("names to be proposed", () -> List.of(((Combo) editor.find(MethodIds.NAME)).getItems()).equals(List.of("two", "one")));
		Ui.run(() -> HubView.page().closeAllEditors(false));
		open("d1");
		awaitRows("one  d1 Status 200");
	}

	@Test
	void aFavouriteComesBackWithOneClickAndNoneHasAKey() throws Exception {
		enter(MethodIds.NAME, "reboot").enter(MethodIds.PAYLOAD, "{\"delay\":5}").enter(MethodIds.CONNECT_TIMEOUT, "7");
		favourites("Add the Method of the Form");
		Until.holds("the favourite", () -> IotHubCore.get().methods().favourites(hub.connection()).size() == 1);
		assertEquals(7, IotHubCore.get().methods().favourites(hub.connection()).get(0).connectTimeout().toSeconds());
		enter(MethodIds.NAME, "other").enter(MethodIds.PAYLOAD, "").enter(MethodIds.CONNECT_TIMEOUT, "0");
		favourites("reboot {\"delay\":5}");
		Until.holds("it in the form", () -> value(MethodIds.NAME).equals("reboot"));
		assertEquals(List.of("{\"delay\":5}", "7"), List.of(value(MethodIds.PAYLOAD), value(MethodIds.CONNECT_TIMEOUT)));
		favourites("Remove the Method of the Form");
		Until.holds("no favourite", () -> IotHubCore.get().methods().favourites(hub.connection()).isEmpty());
		enter(MethodIds.PAYLOAD, "\"" + KEY + "\"");
		assertFalse(DirectMethod.of("x", value(MethodIds.PAYLOAD)).payload().isEmpty());
		favourites("");
	}

	/** Chooses an entry once it can be; with none, asserts that what is in the form cannot be added. */
	private void favourites(String entry) {
		Menu[] menu = { null };
		Until.holds("the entry " + entry, () -> {
			Control link = editor.find(MethodIds.FAVOURITES);
			link.notifyListeners(SWT.Selection, new Event());
			menu[0] = link.getMenu();
			MenuItem item = Stream.of(menu[0].getItems()).filter(each -> each.getText().replace("&", "").equals(entry)).findFirst().orElse(null);
			if (entry.isEmpty()) {
				MenuItem last = menu[0].getItem(menu[0].getItemCount() - 1);
				assertFalse(last.isEnabled());
				assertTrue(last.getText().contains("key or token"), last::getText);
			} else if (item == null || !item.isEnabled()) {
				menu[0].setVisible(false);
				return false;
			} else {
				item.notifyListeners(SWT.Selection, new Event());
			}
			menu[0].setVisible(false);
			return true;
		});
	}
}
