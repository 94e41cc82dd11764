// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.Platform;
import org.eclipse.help.HelpSystem;
import org.eclipse.help.IContext;
import org.eclipse.help.IHelpResource;
import org.eclipse.help.IToc;
import org.eclipse.help.ITopic;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** What F1 finds in the workbench, and the contents of the help. */
class HelpContextsTest extends WithHubView {

	/** Where the workbench keeps the id of a control's context. */
	private static final String HELP = "org.eclipse.ui.help";
	private static final Pattern CONTEXT = Pattern.compile("<context id=\"(\\w+)\">");

	private static List<String> contexts(String bundle) throws Exception {
		URL file = Platform.getBundle(bundle).getEntry("help/contexts.xml");
		try (InputStream in = file.openStream()) {
			return CONTEXT.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8)).results().map(found -> found.group(1)).toList();
		}
	}

	/** On the UI thread: the context of a control, or of the nearest one around it, as F1 looks for it. */
	private static String help(Control control) {
		for (Control at = control; at != null; at = at.getParent()) {
			if (at.getData(HELP) instanceof String id) {
				return id;
			}
		}
		return "";
	}

	@ParameterizedTest
	@ValueSource(strings = { "iothubtools.ui", "iothubtools.ui.editor" })
	void eachContextHasWordsAndPages(String bundle) throws Exception {
		List<String> ids = contexts(bundle);
		assertFalse(ids.isEmpty());
		for (String id : ids) {
			IContext context = HelpSystem.getContext(bundle + '.' + id);
			assertNotNull(context, id);
			assertTrue(context.getText() != null && context.getText().length() > 20, id);
			assertTrue(context.getRelatedTopics().length > 0, id);
			for (IHelpResource topic : context.getRelatedTopics()) {
				assertTrue(topic.getHref().startsWith("/iothubtools.ui/help/pages/"), topic.getHref());
				assertNotNull(Platform.getBundle("iothubtools.ui").getEntry(topic.getHref().substring("/iothubtools.ui/".length())), topic.getHref());
			}
		}
	}

	@Test
	void theContentsAreInTheHelpOfTheIde() {
		List<String> topics = new ArrayList<>();
		for (IToc toc : HelpSystem.getTocs()) {
			if (toc.getLabel().equals("Azure IoT Hub")) {
				for (ITopic chapter : toc.getTopics()) {
					for (ITopic page : chapter.getSubtopics()) {
						topics.add(page.getLabel());
					}
				}
			}
		}
		assertTrue(topics.contains("First device with the local hub"), topics.toString());
		assertTrue(topics.size() > 15, topics.toString());
	}

	@Test
	void theViewAndTheDialogsAboveItHaveTheirContext() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 1)) {
			view.awaitRows(2);
			assertEquals("iothubtools.ui.IotHubView", Ui.get(() -> help(view.table())));
			view.select("sensor-0001");
			view.command(UiIds.CONNECT_HUB);
			assertDialog("Connect to a Hub", "iothubtools.ui.HubConnectionDialog");
			view.command(UiIds.COPY_TOKEN);
			assertDialog("SAS Token", "iothubtools.ui.TokenDialog");
			view.command("org.eclipse.ui.edit.delete");
			assertDialog("Delete Devices", "iothubtools.ui.Confirmation");
			view.command(UiIds.DISABLE_DEVICES);
			assertDialog("Disable Devices", "iothubtools.ui.ReasonDialog");
		}
	}

	private static void assertDialog(String title, String context) {
		Scope dialog = Scope.window(title).open();
		assertEquals(context, Ui.get(() -> {
			for (Shell shell : Ui.display().getShells()) {
				if (shell.isVisible() && shell.getText().equals(title)) {
					return help(shell);
				}
			}
			return "";
		}));
		dialog.press("Cancel");
		dialog.closed();
	}

	/** Whatever is made over the frames has one. */
	@Test
	void eachPageOfEachWizardHasItsContext() {
		List<String> missing = new ArrayList<>();
		WizardPages.each(page -> {
			String context = page.getControl() == null ? "not made" : help(page.getControl());
			if (!context.equals("iothubtools.ui." + page.getClass().getSimpleName()) || HelpSystem.getContext(context) == null) {
				missing.add(page.getClass().getName() + ": " + context);
			}
		});
		assertEquals(List.of(), missing);
		Until.holds("no dialog", () -> HubView.dialogs().isEmpty());
	}
}
