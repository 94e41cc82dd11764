// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.twins.TwinContent;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.CreateDevicesOperation;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.UpdateDevicesOperation;
import iothubtools.tour.driver.Pasteboard;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.view.DeviceColumns;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** Tags of a person's choice have columns, which come with the list. */
class TagColumnsTest extends WithHubView {

	private static final int FIRST = DeviceColumns.ALL.count();

	@AfterEach
	void withoutTags() {
		choose("");
	}

	@Test
	void aTagHasAColumnThatIsSortedFilteredAndCopied() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			create(hub, "a", "{\"location\":{\"floor\":10},\"site\":\"north\"}");
			create(hub, "b", "{\"location\":{\"floor\":2},\"site\":{\"name\":\"south\"}}");
			create(hub, "c", "{}");
			view.awaitStatus("3 devices");
			choose("location.floor, site");
			Until.holds("floors", () -> view.column(FIRST).equals(List.of("", "10", "2", "")));
			assertEquals(List.of("", "north", "{\"name\":\"south\"}", ""), view.column(FIRST + 1));
			assertEquals(List.of("location.floor", "site"), headings());

			view.clickColumn(FIRST);
			Until.holds("sorted as people count", () -> view.column(FIRST).equals(List.of("", "", "2", "10")));
			view.filter("south");
			Until.holds("the one in the south", () -> view.names().size() == 2 && view.names().get(1).equals("b"));
			view.select("b");
			view.command(UiIds.COPY_ROWS);
			Until.holds("a table", () -> Pasteboard.text().endsWith("\t2\t{\"name\":\"south\"}"));
			assertTrue(Pasteboard.text().lines().findFirst().orElseThrow().endsWith("\tlocation.floor\tsite"), Pasteboard.text());

			view.filter("");
			choose("site");
			Until.holds("one column less", () -> headings().equals(List.of("site")));
			Until.holds("its rows", () -> view.column(FIRST).equals(List.of("", "north", "{\"name\":\"south\"}", "")));
		}
	}

	@Test
	void aTagWithAKeyIsShownButInNoFile() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			choose("site, wifi.password, note");
			create(hub, "a", "{\"site\":\"north\",\"wifi\":{\"password\":\"open-sesame\"},\"note\":\"HostName=h;SharedAccessKey=b3BlbnNlc2FtZQ==\"}");
			view.awaitStatus("1 device");
			// a list is kept when it was read first
			HubConnection again = HubFixture.connect(hub.hub(), "Factory again", "iothubowner");
			try {
				Until.holds("the password", () -> view.column(FIRST + 1).contains("open-sesame"));
				assertNoKeyIn(Platform.getStateLocation(Platform.getBundle("iothubtools.core")).toFile().toPath().resolve("lists")
						.resolve(again.id() + ".list"));
			} finally {
				HubFixture.forget(again.id());
			}
		}
	}

	private static void assertNoKeyIn(Path file) throws IOException {
		Until.holds("the list to be kept", () -> text(file).contains("north"));
		assertFalse(text(file).contains("open-sesame"), "a password");
		assertFalse(text(file).contains("b3BlbnNlc2FtZQ"), "a key");
		if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
			assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
		}
	}

	private static String text(Path file) {
		try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
			return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
		} catch (NoSuchFileException e) {
			return "";
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Test
	void aDeviceThatIsChangedKeepsItsTags() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			create(hub, "a", "{\"site\":\"north\"}");
			view.awaitStatus("1 device");
			choose("site");
			Until.holds("the site", () -> view.column(FIRST).equals(List.of("", "north")));
			IotHubCore.get().operations().run(new UpdateDevicesOperation(hub.connection(), List.of("a"), new IdentityChange.Disable("spare")),
					new NullProgressMonitor());
			Until.holds("the device is disabled", () -> view.column(DeviceColumns.ALL.indexOf(DeviceColumns.STATUS)).get(1).equals("Disabled"));
			assertEquals(List.of("", "north"), view.column(FIRST));
		}
	}

	@Test
	void whatIsNoPathIsToldInTheDialog() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 1)) {
			view.awaitStatus("1 device");
			view.command("iothubtools.ui.command.tagColumns");
			Scope dialog = Scope.window("Tag Columns").open();
			new Form("Tag Columns").enter(WidgetIds.TAG_PATHS, "location..floor");
			dialog.shows("\"location..floor\" needs a name at each side of a dot, as location.floor.");
			dialog.press("Cancel");
			dialog.closed();
		}
	}

	@Test
	void theTagsAndTheirColumnsComeBackWithTheView() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			create(hub, "a", "{\"site\":\"north\"}");
			view.awaitStatus("1 device");
			choose("location.floor-2, site");
			Until.holds("the site", () -> view.column(FIRST + 1).equals(List.of("", "north")));
			Ui.run(() -> view.table().getColumn(FIRST).setWidth(77));
			view.close();
			view = HubView.open();
			view.awaitStatus("1 device");
			Until.holds("the site", () -> view.column(FIRST + 1).equals(List.of("", "north")));
			assertEquals(List.of("location.floor-2", "site"), headings());
			assertEquals(77, Ui.get(() -> view.table().getColumn(FIRST).getWidth()));
		}
	}

	private void choose(String tags) {
		view.command("iothubtools.ui.command.tagColumns");
		Scope dialog = Scope.window("Tag Columns").open();
		new Form("Tag Columns").enter(WidgetIds.TAG_PATHS, tags);
		dialog.press("OK");
		dialog.closed();
	}

	private List<String> headings() {
		return Ui.get(() -> Arrays.stream(view.table().getColumns()).skip(FIRST).map(column -> column.getText()).toList());
	}

	private static void create(HubFixture hub, String id, String tags) throws CoreException {
		IotHubCore.get().operations().run(new CreateDevicesOperation(hub.connection(), List.of(DeviceIdentity.builder(id).build()),
				new TwinContent(tags, "{}")), new NullProgressMonitor());
	}
}
