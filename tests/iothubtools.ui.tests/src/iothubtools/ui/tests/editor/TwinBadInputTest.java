// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.Twin;
import iothubtools.client.twins.TwinContent;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.CreateDevicesOperation;
import iothubtools.core.operations.DeleteDevicesOperation;
import iothubtools.core.operations.GetTwinOperation;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.UpdateDevicesOperation;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.remedies.Remedy;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.WithHubView;

/** What is said of a twin that cannot be saved, before it is sent or after; what was typed stays in each case. */
class TwinBadInputTest extends WithHubView {

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");

	private DeviceEditorPart open() throws CoreException {
		IotHubCore.get().operations().run(new CreateDevicesOperation(hub.connection(), List.of(DeviceIdentity.builder("d1").build()),
				new TwinContent("{}", "{\"gain\":1}")), new NullProgressMonitor());
		return DeviceEditorPart.open(view, "d1");
	}

	private Twin twin() throws CoreException {
		return IotHubCore.get().operations().run(new GetTwinOperation(hub.connection(), ClientId.device("d1")), new NullProgressMonitor());
	}

	/** What is typed is not sent, the line is said, and it stays. */
	private void refused(String typed, String said) throws CoreException {
		DeviceEditorPart editor = open();
		Twin before = twin();
		editor.replace("\"gain\": 1", typed);
		String text = editor.text();
		editor.save();
		assertTrue(editor.notice().startsWith(said), editor::notice);
		assertTrue(editor.dirty());
		assertEquals(text, editor.text());
		assertEquals(before.version(), twin().version(), "nothing was sent that the hub took");
		editor.replace(typed, "\"gain\": 2").save();
		assertFalse(editor.dirty());
		assertEquals("", editor.notice());
		assertEquals("{\"gain\":2}", twin().desired().json());
	}

	@Test
	void fortyKilobytesAreRefusedBeforeTheyAreSent() throws Exception {
		refused(IntStream.range(0, 10).mapToObj(i -> "\"part" + i + "\": \"" + "x".repeat(4091) + "\"").collect(Collectors.joining(",\n")),
				"Not saved. Line 4: Desired properties must not have more than 32768 bytes; these have 40960.");
	}

	@Test
	void elevenLevelsAreRefusedBeforeTheyAreSent() throws Exception {
		refused("\"a\":" + "\n{\"a\":".repeat(11) + "1" + "}".repeat(11), "Not saved. Line 16: A twin must not have more than 10 levels.");
	}

	@Test
	void namesWithDotsAreRefusedBeforeTheyAreSent() throws Exception {
		refused("\"ok\": 1,\n\"my.gain\": 1", "Not saved. Line 6: \"my.gain\" has a space, a control character, or one of . $ #");
	}

	@Test
	void aDeviceThatWasDeletedMeanwhileIsSaid() throws Exception {
		DeviceEditorPart editor = open().replace("\"gain\": 1", "\"gain\": 2");
		String text = editor.text();
		IotHubCore.get().operations().run(new DeleteDevicesOperation(hub.connection(), List.of("d1")), new NullProgressMonitor());
		editor.save();
		assertTrue(editor.notice().startsWith("Not saved. The hub does not know this"), editor::notice);
		assertTrue(editor.dirty());
		assertEquals(text, editor.text());
		hub.create("d1");
		editor.save();
		assertTrue(editor.notice().startsWith("d1 was deleted and created anew"), editor::notice);
		editor.follow(Remedy.SAVE_ANYWAY);
		Until.holds("it to be saved", () -> !editor.dirty());
		assertEquals("{\"gain\":2}", twin().desired().json());
	}

	@Test
	void theTwinOfADeviceThatIsDisabledIsSaved() throws Exception {
		DeviceEditorPart editor = open().replace("\"gain\": 1", "\"gain\": 2");
		IotHubCore.get().operations().run(new UpdateDevicesOperation(hub.connection(), List.of("d1"), new IdentityChange.Disable("")),
				new NullProgressMonitor());
		editor.save();
		assertFalse(editor.dirty());
		assertEquals("{\"gain\":2}", twin().desired().json());
	}

	@Test
	void aConnectionThatWasRemovedIsSaid() throws Exception {
		DeviceEditorPart editor = open().replace("\"gain\": 1", "\"gain\": 2");
		String text = editor.text();
		IotHubCore.get().connections().remove(hub.connection());
		editor.save();
		assertTrue(editor.notice().startsWith("The hub connection was removed."), editor::notice);
		assertTrue(editor.dirty());
		assertEquals(text, editor.text());
	}

	@Test
	void aHubThatIsGoneIsSaidAndWhatWasTypedMeanwhileIsSavedLater() throws Exception {
		DeviceEditorPart editor = open().replace("\"gain\": 1", "\"gain\": 2");
		hub.stop();
		editor.save();
		assertTrue(editor.notice().startsWith("Not saved. Nothing answers at"), editor::notice);
		editor.replace("\"gain\": 2", "\"gain\": 3");
		hub.restart();
		editor.save();
		assertFalse(editor.dirty());
		assertEquals("{\"gain\":3}", twin().desired().json());
	}
}
