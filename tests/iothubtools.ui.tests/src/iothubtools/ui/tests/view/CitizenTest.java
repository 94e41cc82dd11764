// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.menus.AbstractContributionFactory;
import org.eclipse.ui.menus.IContributionRoot;
import org.eclipse.ui.menus.IMenuService;
import org.eclipse.ui.services.IServiceLocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.Commands;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.tasks.NoticePreferences;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** What an Eclipse user expects of a plug-in beside what it does: it is there when asked for, and in nobody's way. */
class CitizenTest extends WithHubView {

	private static final String PERSPECTIVE = "iothubtools.ui.perspective";

	private static final List<String> WIZARDS = List.of("New Device", "Device-to-Cloud Message", "Cloud-to-Device Message");

	@AfterEach
	void notifyAsUsual() {
		NoticePreferences.store(true, NoticePreferences.DEFAULT_SECONDS);
	}

	@Test
	void thePerspectiveHasTheViewsForDevices() {
		IPerspectiveDescriptor before = Ui.get(() -> HubView.page().getPerspective());
		IPerspectiveDescriptor ours = PlatformUI.getWorkbench().getPerspectiveRegistry().findPerspectiveWithId(PERSPECTIVE);
		assertNotNull(ours);
		assertEquals("Azure IoT", ours.getLabel());
		Ui.run(() -> HubView.page().setPerspective(ours));
		try {
			List<String> views = Ui.get(() -> Stream.of(HubView.page().getViewReferences()).map(IViewReference::getId).toList());
			assertTrue(views.containsAll(List.of(UiIds.VIEW, UiIds.MONITOR_VIEW, UiIds.QUERY_VIEW, "org.eclipse.ui.views.PropertySheet")), views.toString());
		} finally {
			Ui.run(() -> {
				IWorkbenchPage page = HubView.page();
				page.closePerspective(ours, false, false);
				page.setPerspective(before);
			});
			view.close();
			view = HubView.open();
		}
	}

	@Test
	void othersCanAddToTheMenuOfTheRows() throws Exception {
		AbstractContributionFactory other = new AbstractContributionFactory("popup:iothubtools.ui.hubView?after=additions", "iothubtools.ui.tests") {
			@Override
			public void createContributionItems(IServiceLocator locator, IContributionRoot root) {
				root.addContributionItem(new ActionContributionItem(new Action("Of somebody else") {
				}), null);
			}
		};
		IMenuService menus = PlatformUI.getWorkbench().getService(IMenuService.class);
		try (HubFixture hub = HubFixture.start(folder, "Factory", 1)) {
			view.awaitRows(2);
			view.select("sensor-0001");
			Ui.run(() -> menus.addContributionFactory(other));
			List<String> entries = Ui.get(() -> {
				Menu menu = view.table().getMenu();
				menu.notifyListeners(SWT.Show, new Event());
				List<String> texts = Stream.of(menu.getItems()).map(MenuItem::getText).toList();
				menu.notifyListeners(SWT.Hide, new Event());
				return texts;
			});
			assertTrue(entries.contains("Of somebody else"), entries.toString());
		} finally {
			Ui.run(() -> menus.removeContributionFactory(other));
		}
	}

	/** So that Quick Access finds it and a key can be given to it. */
	@ParameterizedTest
	@ValueSource(strings = { UiIds.QUERY_VIEW, UiIds.MONITOR_VIEW })
	void whatTheMenuOfAViewOffersIsACommandThatTheViewHandles(String id) {
		ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
		IViewPart part = Ui.get(() -> {
			try {
				return HubView.page().showView(id);
			} catch (PartInitException e) {
				throw new AssertionError(e);
			}
		});
		try {
			List<String> offered = new ArrayList<>();
			for (IContributionItem item : Ui.get(() -> part.getViewSite().getActionBars().getMenuManager().getItems())) {
				if (item instanceof ActionContributionItem action) {
					String command = action.getAction().getActionDefinitionId();
					assertNotNull(command, action.getAction().getText() + " is no command");
					assertTrue(Ui.get(() -> commands.getCommand(command).isDefined() && commands.getCommand(command).isHandled()), command);
					offered.add(command);
				}
			}
			assertTrue(offered.size() > 6, offered.toString());
		} finally {
			Ui.run(() -> HubView.page().hideView(part));
		}
	}

	/** Neither starts with the workbench nor puts itself into the perspectives of others. */
	@ParameterizedTest
	@ValueSource(strings = { "org.eclipse.ui.startup", "org.eclipse.ui.perspectiveExtensions", "org.eclipse.ui.actionSets" })
	void nothingOfOursIsForcedOnAnybody(String point) {
		List<IConfigurationElement> ours = Stream.of(Platform.getExtensionRegistry().getConfigurationElementsFor(point))
				.filter(element -> List.of("iothubtools.core", "iothubtools.ui", "iothubtools.ui.editor").contains(element.getContributor().getName()))
				.toList();
		assertEquals(List.of(), ours);
	}

	@ParameterizedTest
	@ValueSource(strings = { "iot", "hub", "hostname", "sas", "proxy", "secret", "certificate", "mqtt", "emulator" })
	void thePreferencePageIsFoundByWhatAPersonLooksFor(String word) {
		Ui.post(() -> PreferencesUtil.createPreferenceDialogOn(HubView.page().getWorkbenchWindow().getShell(), null, null, null).open());
		Until.holds("the preferences", () -> !HubView.dialogs().isEmpty());
		String title = HubView.dialogs().get(0);
		try {
			Ui.run(() -> below(shell(title), Text.class).get(0).setText(word));
			Until.holds("the page to be found by " + word, () -> below(shell(title), Tree.class).stream()
					.flatMap(tree -> Arrays.stream(tree.getItems())).anyMatch(item -> item.getText().equals("Azure IoT Hub")));
		} finally {
			Scope.window(title).press("Cancel");
			Until.holds("no dialog", () -> HubView.dialogs().isEmpty());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "azure", "hostname", "emulator", "mqtt" })
	void theWizardsAreFoundBelowNewByWhatAPersonLooksFor(String word) {
		Ui.post(() -> Commands.run(HubView.page().getWorkbenchWindow(), IWorkbenchCommandConstants.FILE_NEW));
		Until.holds("the wizards", () -> !HubView.dialogs().isEmpty());
		String title = HubView.dialogs().get(0);
		try {
			Ui.run(() -> below(shell(title), Text.class).stream().filter(Text::getEditable).findFirst().orElseThrow().setText(word));
			Until.holds("the wizards to be found by " + word, () -> below(shell(title), Tree.class).stream()
					.flatMap(tree -> Arrays.stream(tree.getItems())).filter(item -> item.getText().equals("Azure IoT"))
					.anyMatch(item -> Stream.of(item.getItems()).map(TreeItem::getText).toList().containsAll(WIZARDS)));
			Until.holds("the others to be hidden", () -> below(shell(title), Tree.class).stream()
					.flatMap(tree -> Arrays.stream(tree.getItems())).allMatch(item -> item.getText().equals("Azure IoT")));
		} finally {
			Scope.window(title).press("Cancel");
			Until.holds("no dialog", () -> HubView.dialogs().isEmpty());
		}
	}

	@Test
	void workThatTookItsTimeIsToldWhenItIsDoneUnlessNobodyWantsIt() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 2)) {
			view.awaitRows(3);
			NoticePreferences.store(true, 0);
			view.select("sensor-0001");
			view.command(UiIds.SWAP_KEYS);
			String told = Until.found("the notification", () -> notice("Changing device sensor-0001 at Factory: done"));
			assertFalse(told.isEmpty());
			Ui.run(() -> Stream.of(Ui.display().getShells()).filter(shell -> below(shell, Label.class).stream()
					.anyMatch(label -> label.getText().contains(": done, in "))).forEach(Shell::close));
			Until.holds("it to go", () -> notice(": done, in ") == null);
			NoticePreferences.store(false, 0);
			view.select("sensor-0002");
			view.command(UiIds.SWAP_KEYS);
			HubView.awaitQuiet();
			assertEquals(null, Ui.get(() -> notice(": done, in ")));
		}
	}

	/** On the UI thread: what a window beside the workbench says that has these words; null if none does. */
	private static String notice(String words) {
		for (Shell shell : Ui.display().getShells()) {
			if (shell.isVisible() && shell != HubView.page().getWorkbenchWindow().getShell()) {
				for (Label label : below(shell, Label.class)) {
					if (label.getText().contains(words)) {
						return label.getText();
					}
				}
			}
		}
		return null;
	}

	private static Shell shell(String title) {
		return Stream.of(Ui.display().getShells()).filter(shell -> shell.isVisible() && shell.getText().equals(title)).findFirst().orElseThrow();
	}

	private static <T extends Control> List<T> below(Control control, Class<T> kind) {
		List<T> found = new ArrayList<>();
		if (kind.isInstance(control)) {
			found.add(kind.cast(control));
		}
		if (control instanceof Composite composite) {
			for (Control child : composite.getChildren()) {
				found.addAll(below(child, kind));
			}
		}
		return found;
	}
}
