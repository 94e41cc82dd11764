// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.names.ClientId;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateModuleOperation;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.editor.internal.DeviceEditor;
import iothubtools.ui.editor.internal.input.DeviceEditorInput;
import iothubtools.ui.editor.internal.methods.MethodsPage;
import iothubtools.ui.editor.internal.modules.ModulesPage;
import iothubtools.ui.editor.internal.queue.QueuePage;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.Mnemonics;
import iothubtools.ui.tests.support.WithHubView;

/** The letters of pages and views: Alt with one of the menu bar above them opens a menu, whatever else has that letter. */
class PartMnemonicsTest extends WithHubView {

	/** File, Edit, Navigate, Search, Project, Run, Window, Help; and Source and Refactor of the tools for Java. */
	private static final String MENU_BAR = "fenaprwhst";
	/** Without translations of Eclipse itself a bare one has the same in German, and with them Datei and Bearbeiten. */
	private static final String GERMAN_MENU_BAR = "fenaprwhdb";

	private HubFixture hub;

	@BeforeEach
	void start() throws Exception {
		hub = HubFixture.start(folder, "Factory", 1);
		view.awaitRows(2);
	}

	@AfterEach
	void stop() throws Exception {
		Ui.run(() -> HubView.page().closeAllEditors(false));
		hub.close();
	}

	private static Shell window() {
		return HubView.page().getWorkbenchWindow().getShell();
	}

	/** Those that somebody reaches by a key have a letter that the menu bar has not, in English and in German. */
	private static void check(String where, Composite part) {
		Map<Character, List<String>> letters = Ui.get(() -> Mnemonics.below(part));
		List<String> taken = new ArrayList<>();
		letters.forEach((letter, texts) -> {
			if (MENU_BAR.indexOf(letter) >= 0) {
				taken.addAll(texts);
			}
			texts.stream().flatMap(text -> german(text).stream()).filter(text -> {
				Character german = Mnemonics.of(text);
				return german != null && GERMAN_MENU_BAR.indexOf(german) >= 0;
			}).forEach(taken::add);
		});
		assertEquals(List.of(), taken, where);
	}

	/** What our texts that read like this are in German. */
	private static Set<String> german(String text) {
		Set<String> found = new TreeSet<>();
		for (String name : List.of("iothubtools.ui", "iothubtools.ui.editor")) {
			Bundle bundle = Platform.getBundle(name);
			for (URL english : Collections.list(bundle.findEntries("/iothubtools", "messages.properties", true))) {
				Properties texts = properties(english);
				List<Object> keys = texts.entrySet().stream().filter(entry -> entry.getValue().equals(text)).map(Map.Entry::getKey).toList();
				if (!keys.isEmpty()) {
					Properties translated = properties(bundle.getEntry(english.getPath().replace("messages.properties", "messages_de.properties")));
					keys.forEach(key -> found.add(translated.getProperty((String) key)));
				}
			}
		}
		return found;
	}

	private static Properties properties(URL file) {
		Properties texts = new Properties();
		try (InputStream in = file.openStream()) {
			texts.load(in);
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
		return texts;
	}

	@Test
	void theMenuBarHasNoOtherLetters() {
		Set<Character> letters = Ui.get(() -> Stream.of(window().getMenuBar().getItems()).map(MenuItem::getText).map(Mnemonics::of).filter(Objects::nonNull)
				.collect(Collectors.toCollection(TreeSet::new)));
		assertTrue(letters.size() > 4, letters.toString());
		letters.removeIf(letter -> MENU_BAR.indexOf(letter) >= 0);
		assertEquals(Set.of(), letters);
	}

	@Test
	void pagesOfADeviceHaveLettersOfTheirOwn() {
		DeviceEditorPart editor = DeviceEditorPart.open(view, "sensor-0001");
		int letters = 0;
		for (String page : List.of("", "identity", ModulesPage.ID, MethodsPage.ID, QueuePage.ID, "raw")) {
			editor.showPage(page);
			Composite shown = Ui.get(editor::page);
			if (page.equals("identity")) {
				Until.holds("the fields to be filled", () -> editor.find("identityStatus").isEnabled());
			}
			check(page, shown);
			assertEquals(List.of(), Mnemonics.clashesBelow(shown), page);
			letters += Ui.get(() -> Mnemonics.below(shown)).size();
		}
		assertTrue(letters > 30, () -> "too few pages were seen");
	}

	@Test
	void pagesOfAModuleHaveLettersOfTheirOwn() throws Exception {
		IotHubCore.get().operations().run(new CreateModuleOperation(hub.connection(), ModuleIdentity.of("sensor-0001", "m1")), new NullProgressMonitor());
		DeviceEditorPart editor = new DeviceEditorPart(Ui.get(() -> {
			try {
				return (DeviceEditor) HubView.page().openEditor(new DeviceEditorInput(hub.connection().id(), ClientId.module("sensor-0001", "m1")),
						DeviceEditor.ID);
			} catch (PartInitException e) {
				throw new IllegalStateException(e);
			}
		}));
		editor.awaitRead().showPage("identity");
		Until.holds("the fields to be filled", () -> editor.find("identityPrimary").isEnabled());
		Composite shown = Ui.get(editor::page);
		check("identity", shown);
		assertEquals(List.of(), Mnemonics.clashesBelow(shown));
	}

	@Test
	void viewsHaveLettersOfTheirOwn() {
		for (String id : List.of(UiIds.QUERY_VIEW, UiIds.MONITOR_VIEW, UiIds.JOBS_VIEW, UiIds.CONFIGURATIONS_VIEW)) {
			IViewPart part = Ui.get(() -> {
				try {
					return HubView.page().showView(id);
				} catch (PartInitException e) {
					throw new IllegalStateException(e);
				}
			});
			check(id, window());
			Ui.run(() -> HubView.page().hideView(part));
		}
	}
}
