// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IRegion;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.console.IHyperlink;
import org.eclipse.ui.console.TextConsole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.client.auth.ConnectionString;
import iothubtools.client.auth.DeviceConnectionString;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.console.JsonIndent;
import iothubtools.ui.internal.console.RestConsoleFactory;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.NoErrorsLogged;

class RestConsoleTest {

	@RegisterExtension
	final NoErrorsLogged log = new NoErrorsLogged();

	@TempDir
	Path folder;

	@AfterEach
	void close() throws InterruptedException {
		awaitConsoles();
		ConsolePlugin.getDefault().getConsoleManager().removeConsoles(ConsolePlugin.getDefault().getConsoleManager().getConsoles());
		Ui.run(() -> {
			IViewPart view = HubView.page().findView(IConsoleConstants.ID_CONSOLE_VIEW);
			if (view != null) {
				HubView.page().hideView(view);
			}
		});
		HubView.awaitQuiet();
	}

	/** The Console view comes to the top a little later, and would cover the view that is looked at next. */
	private static void awaitConsoles() {
		Until.holds("the work of the consoles to end", () -> Stream.of(Job.getJobManager().find(null))
				.noneMatch(job -> job.getClass().getName().startsWith("org.eclipse.ui.internal.console.")));
	}

	@Test
	void itShowsWhatHappenedBeforeItWasOpenedAndWhatHappensThen() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Console hub", 0)) {
			hub.create("before");
			TextConsole console = open();
			Until.holds("the creation", () -> text(console).contains("Console hub  PUT /devices/before?api-version="));
			Until.holds("its reply", () -> text(console).contains("200 OK  ("));
			get(hub, "before");
			Until.holds("the reading", () -> text(console).contains("GET /devices/before?api-version="));
			try {
				get(hub, "missing");
			} catch (CoreException expected) {
				// the exchange is what is looked at
			}
			Until.holds("the error", () -> text(console).contains("404 Not Found  ("));
		}
	}

	@Test
	void theIdOfADeviceIsALinkToItInTheView() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Console hub", 0)) {
			hub.create("first");
			hub.create("a'device");
			TextConsole console = open();
			IHyperlink link = Until.found("the link", () -> Stream.of(console.getHyperlinks())
					.filter(some -> linked(console, some).equals("a%27device")).toList().stream().findFirst().orElse(null));
			try (HubView view = HubView.open()) {
				Ui.run(link::linkActivated);
				Until.holds("the device to be selected", () -> view.selected().equals(List.of("a'device")));
			}
		}
	}

	private static String linked(TextConsole console, IHyperlink link) {
		IRegion region = console.getRegion(link);
		try {
			return region == null ? "" : console.getDocument().get(region.getOffset(), region.getLength());
		} catch (BadLocationException e) {
			return "";
		}
	}

	@Test
	void noKeyAndNoTokenCanBeRead() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Console hub", 0)) {
			hub.create("secret-keeper");
			TextConsole console = open();
			Until.holds("the reply", () -> text(console).contains("\"symmetricKey\""));
			get(hub, "secret-keeper");
			Until.holds("the reading", () -> text(console).contains("GET /devices/secret-keeper"));
			String connectionString = Objects.requireNonNull(hub.hub().deviceConnectionString("secret-keeper"));
			DeviceConnectionString device = (DeviceConnectionString) ConnectionString.parse(connectionString);
			String key = device.credential().format().substring("SharedAccessKey=".length());
			HubView.awaitQuiet();
			String text = Ui.get(() -> text(console));
			assertFalse(text.contains(key));
			assertTrue(text.contains("\"primaryKey\": \"***\""), text);
			assertTrue(text.contains("sig=***"), text);
		}
	}

	@Test
	void aLongBodyIsCut() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Console hub", 500); HubView view = HubView.open()) {
			view.awaitStatus("500 devices");
			TextConsole console = open();
			Until.holds("the query", () -> text(console).contains("more characters"));
			String text = Ui.get(() -> text(console));
			assertTrue(text.substring(text.lastIndexOf("POST /devices/query")).length() < 20_000);
		}
	}

	@Test
	void openingItAgainShowsTheSame() {
		TextConsole first = open();
		TextConsole second = open();
		assertEquals(first, second);
	}

	@Test
	void jsonIsIndentedEvenWhenItIsCutOff() {
		assertEquals("{\n  \"a\": [\n    1,\n    \"x,{\\\"\"\n  ],\n  \"e\": {}\n}",
				JsonIndent.of("{\"a\":[1,\"x,{\\\"\"],\"e\":{ }}"));
		assertEquals("[\n  {\n    \"a\": \"tr", JsonIndent.of("[{\"a\":\"tr"));
		assertEquals("<html>", JsonIndent.of("<html>"));
	}

	private static void get(HubFixture hub, String deviceId) throws CoreException {
		IotHubCore.get().operations().run(new GetDeviceOperation(hub.connection(), deviceId), new NullProgressMonitor());
	}

	private static TextConsole open() {
		Ui.run(() -> new RestConsoleFactory().openConsole());
		TextConsole console = Until.found("the console", RestConsoleTest::find);
		assertNotNull(console);
		awaitConsoles();
		return console;
	}

	private static TextConsole find() {
		IConsole[] consoles = ConsolePlugin.getDefault().getConsoleManager().getConsoles();
		return (TextConsole) Arrays.stream(consoles).filter(console -> console.getName().startsWith("IoT Hub REST")).findFirst()
				.orElse(null);
	}

	private static String text(TextConsole console) {
		return console.getDocument().get();
	}
}
