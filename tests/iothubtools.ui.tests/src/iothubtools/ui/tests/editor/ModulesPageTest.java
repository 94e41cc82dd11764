// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;

import iothubtools.client.auth.KeySlot;
import iothubtools.client.devices.ModuleIdentity;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateModuleOperation;
import iothubtools.core.operations.ListModulesOperation;
import iothubtools.tour.driver.Pasteboard;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.tests.support.time.Eventually;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.editor.internal.modules.ModulesPage;
import iothubtools.ui.tests.support.TableRows;

/** The modules of a device in its editor, at a real hub. */
class ModulesPageTest extends WithDeviceEditor {

	private ModuleIdentity create(String id) throws CoreException {
		return IotHubCore.get().operations().run(new CreateModuleOperation(hub.connection(), ModuleIdentity.of("d1", id)), new NullProgressMonitor());
	}

	private List<String> atTheHub() throws CoreException {
		return IotHubCore.get().operations().run(new ListModulesOperation(hub.connection(), "d1"), new NullProgressMonitor());
	}

	private void awaitRows(String... ids) {
		Until.holds("the modules " + List.of(ids), () -> editor.find(ModulesPage.TABLE) instanceof Table table
				&& Arrays.stream(table.getItems()).map(item -> item.getText()).toList().equals(List.of(ids)));
	}

	private void select(int row) {
		Ui.run(() -> {
			Table table = (Table) editor.find(ModulesPage.TABLE);
			table.setSelection(row);
			table.notifyListeners(SWT.Selection, new Event());
		});
	}

	private void press(String id) {
		Until.holds(id, () -> editor.find(id).isEnabled());
		Ui.post(() -> editor.find(id).notifyListeners(SWT.Selection, new Event()));
	}

	@Test
	void modulesAreListedCreatedAndDeletedAfterAsking() throws Exception {
		editor.showPage("modules");
		editor.awaitNotice("that there are none", "d1 has no modules."::equals);
		assertFalse(Ui.get(() -> editor.find(ModulesPage.DELETE).isEnabled()));
		create("m1");
		press(ModulesPage.REFRESH);
		awaitRows("m1");
		assertEquals("", editor.notice());
		press(ModulesPage.NEW);
		Scope dialog = Scope.window("New Module").open();
		type("n\u00e4");
		assertFalse(dialog.enabled("OK"));
		Text why = problem();
		assertTrue(Ui.get(why::getText).startsWith("Module ID: the character U+00E4 is not possible: use ASCII letters"), Ui.get(why::getText));
		Until.holds("all of it to be seen", () -> why.getSize().y >= why.computeSize(why.getSize().x, SWT.DEFAULT).y
				&& why.getParent().toDisplay(why.getLocation()).y + why.getSize().y < why.getShell().toDisplay(0, 0).y + why.getShell().getClientArea().height);
		type("m2");
		dialog.press("OK");
		awaitRows("m1", "m2");
		assertEquals(List.of("m1", "m2"), atTheHub());
		press(ModulesPage.DELETE);
		Scope.window("Delete Module").open().press("Cancel");
		Scope.window("Delete Module").closed();
		assertEquals(List.of("m1", "m2"), atTheHub());
		press(ModulesPage.DELETE);
		Scope.window("Delete Module").open().press("Delete");
		awaitRows("m1");
		assertEquals(List.of("m1"), atTheHub(), "the new one was selected");
		press(ModulesPage.NEW);
		Scope.window("New Module").open();
		type("m1");
		Scope.window("New Module").press("OK");
		editor.awaitNotice("that it is there", text -> text.startsWith("m1 was not created. "));
	}

	/** What is under way is not cancelled by what is asked next. */
	@Test
	void aModuleIsCreatedAlsoWhereTheNextThingIsAskedBeforeTheHubHasAnswered() throws Exception {
		editor.showPage("modules");
		create("m1");
		press(ModulesPage.REFRESH);
		awaitRows("m1");
		select(0);
		hub.hub().inject(FaultPlan.of(FaultRule.of("PutModule", new FaultEffect.Delay(Duration.ofSeconds(2)))));
		press(ModulesPage.NEW);
		Scope.window("New Module").open();
		type("m2");
		Scope.window("New Module").press("OK");
		Eventually.holds("it to be on its way", () -> hub.hub().injected().get(0) > 0);
		Ui.post(() -> editor.find(ModulesPage.COPY).notifyListeners(SWT.Selection, new Event()));
		awaitRows("m1", "m2");
	}

	/** What the dialog in front says is wrong. */
	private static Text problem() {
		return Objects.requireNonNull(Ui.get(() -> Arrays.stream(((Composite) Ui.display().getActiveShell().getChildren()[0]).getChildren())
				.flatMap(child -> child instanceof Composite area ? Arrays.stream(area.getChildren()) : Stream.of(child))
				.filter(child -> child instanceof Text text && (text.getStyle() & SWT.READ_ONLY) != 0).map(Text.class::cast).findFirst().orElseThrow()));
	}

	private static void type(String id) {
		Ui.run(() -> {
			Text field = (Text) Ui.display().getActiveShell().getDisplay().getFocusControl();
			field.setText(id);
		});
	}

	@Test
	void idsAreInTheOrderOfTheirNumbersAndSortedAndCopied() throws Exception {
		create("m10");
		create("m2");
		editor.showPage("modules");
		awaitRows("m2", "m10");
		TableRows.of(Objects.requireNonNull(Ui.get(() -> editor.find(ModulesPage.TABLE)))).select(1).sort("Module ID").await("Module ID", "m10", "m2").copy();
		Until.holds("the row on the clipboard", () -> Pasteboard.text().lines().toList().equals(List.of("Module ID", "m10")));
	}

	@Test
	void theConnectionStringOfAModuleIsCopied() throws Exception {
		ModuleIdentity module = create("m1");
		editor.showPage("modules");
		awaitRows("m1");
		select(0);
		press(ModulesPage.COPY);
		editor.awaitNotice("that it is copied", "The connection string of m1 is in the clipboard."::equals);
		assertEquals(module.connectionString(hub.connection().host(), KeySlot.PRIMARY).format(), Pasteboard.text());
		assertTrue(editor.notice().indexOf("SharedAccessKey") < 0);
	}

	@Test
	void aModuleWhoseStringCannotBeWrittenIsTold() throws Exception {
		create("m;1");
		editor.showPage("modules");
		awaitRows("m;1");
		select(0);
		press(ModulesPage.COPY);
		editor.awaitNotice("why there is none",
				"There is no connection string of m;1: an ID with a semicolon cannot be written in a connection string."::equals);
	}
}
