// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.console.TextConsole;
import org.eclipse.ui.menus.IMenuService;
import org.eclipse.ui.part.PageBookView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.Commands;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.clipboard.Clipboards;
import iothubtools.ui.internal.console.RestConsoleFactory;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.NoErrorsLogged;

/** Calls that the REST console shows are copied as commands and as code. */
class CopyCallTest {

	private static final List<String> ENTRIES = List.of("Copy Call as curl Command", "Copy Call as Java Code", "Copy Last Call as curl Command",
			"Copy Last Call as Java Code");

	@RegisterExtension
	final NoErrorsLogged log = new NoErrorsLogged();

	@TempDir
	Path folder;

	private HubFixture hub;

	@BeforeEach
	void start() throws Exception {
		// calls are remembered from the first use of the bundle on
		RestConsoleFactory.lastCall();
		hub = HubFixture.start(folder, "Copied hub", 0);
		hub.create("one");
		hub.create("two");
	}

	@AfterEach
	void close() throws Exception {
		awaitConsoles();
		Ui.run(() -> {
			ConsolePlugin.getDefault().getConsoleManager().removeConsoles(ConsolePlugin.getDefault().getConsoleManager().getConsoles());
			IViewPart view = HubView.page().findView(IConsoleConstants.ID_CONSOLE_VIEW);
			if (view != null) {
				HubView.page().hideView(view);
			}
		});
		HubView.awaitQuiet();
		hub.close();
	}

	private static void awaitConsoles() {
		Until.holds("the work of the consoles to end", () -> Stream.of(Job.getJobManager().find(null))
				.noneMatch(job -> job.getClass().getName().startsWith("org.eclipse.ui.internal.console.")));
	}

	@Test
	void theCallAtTheCursorIsCopiedAsACommandAndAsCode() {
		open();
		cursorAt("/devices/one?", "200 OK");
		String command = copied(UiIds.COPY_CALL_CURL);
		assertTrue(command.contains("-X PUT 'https://" + hub.connection().host() + "/devices/one?api-version="), command);
		assertTrue(command.contains("--cacert '" + hub.hub().caCertificate() + "'"), command);
		assertTrue(command.contains("${iothub_sas_token:Copied hub}"), command);
		assertTrue(command.contains("-H \"Authorization: $IOTHUB_SAS_TOKEN\""), command);
		String code = copied(UiIds.COPY_CALL_JAVA);
		assertTrue(code.contains("URI.create(\"https://" + hub.connection().host() + "/devices/one?api-version="), code);
		assertFalse((command + code).contains("sig="), "a token");
		cursorAt("/devices/two?", "PUT");
		assertTrue(copied(UiIds.COPY_CALL_CURL).contains("/devices/two?"));
	}

	@Test
	void theLastCallIsCopiedWithoutAConsole() {
		Until.holds("it to be possible", () -> isEnabled(UiIds.COPY_LAST_CALL_JAVA));
		assertTrue(copied(UiIds.COPY_LAST_CALL_CURL).contains("/devices/two?"));
		assertTrue(copied(UiIds.COPY_LAST_CALL_JAVA).contains("/devices/two?"));
		assertFalse(Ui.get(() -> isEnabled(UiIds.COPY_CALL_CURL)), "no cursor");
	}

	@Test
	void whereTheConsoleIsEmptyThereIsNothingAtTheCursor() throws Exception {
		TextConsole console = open();
		cursorAt("/devices/one?", "PUT");
		Until.holds("it to be possible", () -> isEnabled(UiIds.COPY_CALL_CURL));
		Ui.run(console::clearConsole);
		Until.holds("the text to go", () -> console.getDocument().getLength() == 0);
		Until.holds("nothing to copy", () -> !isEnabled(UiIds.COPY_CALL_CURL) && !isEnabled(UiIds.COPY_CALL_JAVA));
		hub.create("three");
		Until.holds("the next", () -> text().getText().contains("/devices/three?"));
		cursorAt("/devices/three?", "PUT");
		Until.holds("it to be possible again", () -> isEnabled(UiIds.COPY_CALL_CURL));
	}

	@Test
	void theMenuIsAboutTheCallBelowThePointer() {
		open();
		cursorAt("/devices/two?", "PUT");
		Ui.run(() -> {
			StyledText text = text();
			int offset = text.getText().lastIndexOf("/devices/one?");
			text.setTopIndex(text.getLineAtOffset(offset));
			Point at = text.getLocationAtOffset(offset);
			Event down = new Event();
			down.button = 3;
			down.x = at.x + 1;
			down.y = at.y + text.getLineHeight() / 2;
			text.notifyListeners(SWT.MouseDown, down);
		});
		List<String> entries = Ui.get(() -> {
			Menu menu = text().getMenu();
			menu.notifyListeners(SWT.Show, new Event());
			List<String> texts = Stream.of(menu.getItems()).filter(MenuItem::isEnabled).map(item -> item.getText().replace("&", "")).toList();
			menu.notifyListeners(SWT.Hide, new Event());
			return texts;
		});
		assertTrue(entries.containsAll(ENTRIES), entries.toString());
		assertTrue(copied(UiIds.COPY_CALL_CURL).contains("/devices/one?"));
	}

	@Test
	void theToolBarHasAMenuWithAllFour() {
		open();
		Until.holds("the tool", () -> Stream.of(view().getViewSite().getActionBars().getToolBarManager().getItems())
				.anyMatch(item -> UiIds.COPY_CALL_MENU.equals(item.getId()) && item.isVisible() && item.isEnabled()));
		List<String> entries = Ui.get(() -> {
			MenuManager manager = new MenuManager();
			IMenuService menus = view().getSite().getService(IMenuService.class);
			menus.populateContributionManager(manager, "menu:" + UiIds.COPY_CALL_MENU);
			Menu menu = manager.createContextMenu(text());
			menu.notifyListeners(SWT.Show, new Event());
			List<String> texts = Stream.of(menu.getItems()).map(item -> item.getText().replace("&", "")).toList();
			menus.releaseContributions(manager);
			Stream.of(manager.getItems()).forEach(IContributionItem::dispose);
			manager.dispose();
			return texts;
		});
		assertEquals(ENTRIES, entries);
	}

	/** Puts the cursor to a word in the lines of the newest call of that path. */
	private static void cursorAt(String path, String word) {
		Ui.run(() -> {
			StyledText text = text();
			int line = text.getOffsetAtLine(text.getLineAtOffset(text.getText().lastIndexOf(path)));
			text.setSelection(text.getText().indexOf(word, line));
			text.notifyListeners(SWT.KeyUp, new Event());
		});
	}

	private static String copied(String command) {
		Ui.run(() -> Clipboards.copy("nothing"));
		Until.holds(command + " to be possible", () -> isEnabled(command));
		Ui.run(() -> Commands.run(HubView.page().getWorkbenchWindow(), command));
		return Ui.get(Clipboards::text);
	}

	private static boolean isEnabled(String command) {
		return PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(command).isEnabled();
	}

	private static TextConsole open() {
		Ui.run(() -> new RestConsoleFactory().openConsole());
		TextConsole console = Until.found("the console", () -> (TextConsole) Arrays.stream(ConsolePlugin.getDefault().getConsoleManager().getConsoles())
				.filter(some -> some.getName().startsWith("IoT Hub REST")).findFirst().orElse(null));
		awaitConsoles();
		Until.holds("its text", () -> view() != null && text() != null && text().getText().contains("/devices/two?")
				&& text().getText().indexOf("200 OK", text().getText().lastIndexOf("/devices/two?")) > 0);
		assertNotNull(console);
		return console;
	}

	private static PageBookView view() {
		return (PageBookView) HubView.page().findView(IConsoleConstants.ID_CONSOLE_VIEW);
	}

	private static StyledText text() {
		return view().getCurrentPage().getControl() instanceof StyledText text ? text : null;
	}
}
