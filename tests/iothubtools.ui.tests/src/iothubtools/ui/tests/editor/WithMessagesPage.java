// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.core.IotHubCore;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.tests.support.DeviceEditorPart;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.WithHubView;

/** Tests of the page Messages of a device in its editor, at a real hub. */
abstract class WithMessagesPage extends WithHubView {

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");
	DeviceEditorPart editor;

	void select() {
		Until.holds("d1 to be listed", () -> view.names().contains("d1"));
		view.select("d1");
	}

	/** Opens the page by Enter on the device. */
	void open() {
		editor = DeviceEditorPart.open(view, "d1").showPage("messages");
		await("how many wait", this::count, text -> !text.isEmpty());
	}

	/** Opens the page and receives, by the command of the device. */
	void receiveByCommand() {
		select();
		view.command(UiIds.RECEIVE_MESSAGE);
		editor = DeviceEditorPart.awaitOpen("d1");
	}

	String count() {
		return editor.find("queueCount") instanceof Label label ? label.getText() : "";
	}

	/** The rows, a cell after the other. */
	List<String> rows() {
		return Objects.requireNonNull(Ui.get(() -> {
			Table table = (Table) editor.find("queueReceived");
			return table == null ? List.<String>of() : Arrays.stream(table.getItems())
					.map(item -> item.getText(0) + "|" + item.getText(1) + "|" + item.getText(2) + "|" + item.getText(3)).toList();
		}));
	}

	void awaitRows(String... begins) {
		await("rows " + List.of(begins), () -> rows().toString(), text -> {
			List<String> now = rows();
			return now.size() == begins.length && IntStream.range(0, begins.length).allMatch(i -> now.get(i).startsWith(begins[i]));
		});
	}

	void await(String what, Supplier<String> value, Predicate<String> passes) {
		String[] last = { "" };
		try {
			Until.holds(what, () -> passes.test(last[0] = value.get()));
		} catch (AssertionError e) {
			throw new AssertionError(e.getMessage() + ", but it is " + last[0] + ", with the notice " + editor.notice(), e);
		}
	}

	void press(String id) {
		Button button = (Button) Until.found(id, () -> editor.find(id) instanceof Button found && found.isEnabled() ? found : null);
		Ui.post(() -> button.notifyListeners(SWT.Selection, new Event()));
	}

	boolean enabled(String id) {
		return Boolean.TRUE.equals(Ui.get(() -> editor.find(id).isEnabled()));
	}

	String body() {
		return ((StyledText) editor.find("queueBody")).getText();
	}

	int waiting() throws CoreException {
		return IotHubCore.get().operations().run(new GetDeviceOperation(hub.connection(), "d1"), new NullProgressMonitor())
				.cloudToDeviceMessageCount();
	}
}
