// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.ISelectionService;
import org.eclipse.ui.commands.ICommandService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** Very many selected devices are for those who can do something with them, and hold up nobody else. */
class ManySelectedTest extends WithHubView {

	private static final int DEVICES = 10_050;

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory", DEVICES);
	private final AtomicReference<ISelection> told = new AtomicReference<>();
	private final ISelectionListener listener = (part, selection) -> told.set(selection);

	@BeforeEach
	void selectAll() {
		view.awaitStatus("10,050 devices");
		view.awaitRows(DEVICES + 1);
		Ui.run(() -> selections().addPostSelectionListener(listener));
		view.activate();
		Ui.run(() -> view.part().selectAll());
		view.awaitStatus("10,050 devices \u2013 10,050 selected");
	}

	@AfterEach
	void stopListening() {
		Ui.run(() -> selections().removePostSelectionListener(listener));
	}

	private static ISelectionService selections() {
		return HubView.page().getWorkbenchWindow().getSelectionService();
	}

	private boolean isEnabled(String command) {
		return Boolean.TRUE.equals(Ui.get(() -> view.part().getSite().getService(ICommandService.class).getCommand(command).isEnabled()));
	}

	/** The Problems view of Eclipse asks the platform three questions about each element of a structured selection, on the UI thread. */
	@Test
	void othersAreNotGivenEachOfThem() {
		Until.holds("the selection", () -> told.get() != null && !told.get().isEmpty());
		assertFalse(told.get() instanceof IStructuredSelection, () -> told.get().getClass().getName());
		view.select("sensor-0002");
		Until.holds("the device", () -> told.get() instanceof IStructuredSelection);
		assertEquals(1, assertInstanceOf(IStructuredSelection.class, told.get()).size());
	}

	@Test
	void commandsAreGivenAllOfThem() {
		Until.holds("the command", () -> isEnabled("org.eclipse.ui.edit.delete"));
		assertTrue(isEnabled("iothubtools.ui.command.disableDevices"));
		assertFalse(isEnabled("iothubtools.ui.command.showQrCode"), "which is of one");
		view.command("org.eclipse.ui.edit.copy");
		Until.holds("the ids", () -> {
			Clipboard clipboard = new Clipboard(Ui.display());
			try {
				return clipboard.getContents(TextTransfer.getInstance()) instanceof String ids && ids.lines().count() == DEVICES
						&& ids.startsWith("sensor-0001");
			} finally {
				clipboard.dispose();
			}
		});
		view.command("org.eclipse.ui.edit.delete");
		Scope dialog = Scope.window("Delete Devices").open();
		dialog.press("Cancel");
		dialog.closed();
		view.awaitStatus("10,050 devices \u2013 10,050 selected");
	}
}
