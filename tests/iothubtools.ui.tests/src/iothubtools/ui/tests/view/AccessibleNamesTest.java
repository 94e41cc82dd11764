// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.Unnamed;
import iothubtools.ui.tests.support.WithHubView;

/** Each field, table and button says what it is to somebody who has the screen read aloud. */
class AccessibleNamesTest extends WithHubView {

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory", 2);

	@BeforeEach
	void selectADevice() {
		view.awaitRows(3);
		view.select("sensor-0001");
	}

	@Test
	void inTheView() {
		assertEquals(List.of(), Ui.get(() -> Unnamed.below(view.table().getParent().getParent())));
	}

	@ParameterizedTest
	@CsvSource({ UiIds.QUERY_VIEW + "," + WidgetIds.QUERY_HUB, UiIds.MONITOR_VIEW + "," + WidgetIds.MONITOR_HUB,
			UiIds.JOBS_VIEW + "," + WidgetIds.JOBS_HUB, UiIds.CONFIGURATIONS_VIEW + "," + WidgetIds.CONFIGURATIONS_HUB })
	void inTheViewsForMessagesAndQueries(String id, String widgetId) {
		assertEquals(List.of(), Ui.get(() -> {
			try {
				IViewPart part = HubView.page().showView(id);
				Control content = find(HubView.page().getWorkbenchWindow().getShell(), widgetId);
				while (!(content.getParent() instanceof CTabFolder)) {
					content = content.getParent();
				}
				List<String> unnamed = Unnamed.below(content);
				HubView.page().hideView(part);
				return unnamed;
			} catch (PartInitException e) {
				throw new IllegalStateException(e);
			}
		}));
	}

	@ParameterizedTest
	@CsvSource({ "iothubtools.ui.command.connectHub,Connect to a Hub", "iothubtools.ui.command.copyToken,SAS Token",
			"iothubtools.ui.command.inspect,Inspect Connection String or Token", "iothubtools.ui.command.showQrCode,QR Code of a Device",
			"iothubtools.ui.command.disableDevices,Disable Devices", "iothubtools.ui.command.changeAuthentication,Change Authentication",
			"iothubtools.ui.command.tagColumns,Tag Columns", UiIds.CHOOSE_COLUMNS + ",Columns", UiIds.EDIT_STATUS_REASON + ",Edit Status Reason",
			UiIds.SCHEDULE_JOB + ",Schedule Job", UiIds.NEW_CONFIGURATION + ",New Configuration",
			UiIds.COPY_DEVICES + ",Copy Devices to Hub", "iothubtools.ui.command.openPreferences,*" })
	void inDialogs(String command, String title) {
		view.command(command);
		Until.holds("the dialog", () -> HubView.dialogs().stream().anyMatch(open -> title.equals("*") || open.equals(title)));
		String shown = title.equals("*") ? HubView.dialogs().get(0) : title;
		assertEquals(List.of(), Ui.get(() -> Stream.of(Ui.display().getShells()).filter(Shell::isVisible).filter(shell -> shell.getText().equals(shown))
				.flatMap(shell -> Unnamed.below(shell).stream()).filter(unnamed -> !unnamed.contains("FilteredTree") && !unnamed.contains("PatternFilter"))
				.toList()));
		Ui.run(() -> Stream.of(Ui.display().getShells()).filter(shell -> shell.isVisible() && shell.getText().equals(shown)).forEach(Shell::close));
		Scope.window(shown).closed();
	}

	@Test
	void inTheWizardForAMethodOfSeveralDevices() {
		view.select("sensor-0001", "sensor-0002");
		inDialogs(UiIds.INVOKE_METHOD, "Invoke Method");
	}

	@Test
	void onEachPageOfEachWizard() {
		List<String> unnamed = new ArrayList<>();
		WizardPages.each(page -> Unnamed.below(page.getControl()).forEach(one -> unnamed.add(page.getName() + ": " + one)));
		assertEquals(List.of(), unnamed);
	}

	@Test
	void onEachPageOfTheDeviceEditor() {
		view.command(UiIds.OPEN_DEVICE);
		CTabFolder pages = Until.found("the pages", () -> pages(HubView.page().getWorkbenchWindow().getShell()));
		IEditorPart editor = Ui.get(() -> HubView.page().getActiveEditor());
		try {
			List<String> unnamed = new ArrayList<>();
			Ui.run(() -> {
				for (int i = 0; i < pages.getItemCount(); i++) {
					pages.setSelection(i);
					Event event = new Event();
					event.item = pages.getItem(i);
					pages.notifyListeners(SWT.Selection, event);
					String name = pages.getItem(i).getText();
					Unnamed.below(pages.getItem(i).getControl()).forEach(one -> unnamed.add(name + ": " + one));
				}
			});
			assertEquals(List.of(), unnamed);
			assertTrue(pages.getItemCount() > 3);
		} finally {
			Ui.run(() -> HubView.page().closeEditor(editor, false));
		}
	}

	private static Control find(Control control, String widgetId) {
		if (widgetId.equals(control.getData(WidgetIds.KEY))) {
			return control;
		}
		if (control instanceof Composite composite) {
			for (Control child : composite.getChildren()) {
				Control found = find(child, widgetId);
				if (found != null) {
					return found;
				}
			}
		}
		return null;
	}

	/** The tabs at the bottom of the editor; null if it is not open yet. */
	private static CTabFolder pages(Control control) {
		if (control instanceof CTabFolder folder && Stream.of(folder.getItems()).anyMatch(item -> item.getText().equals("Raw"))) {
			return folder;
		}
		if (control instanceof Composite composite) {
			for (Control child : composite.getChildren()) {
				CTabFolder found = pages(child);
				if (found != null) {
					return found;
				}
			}
		}
		return null;
	}
}
