// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;

import iothubtools.tour.driver.Ui;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.WithHubView;

/** Typing in the list of devices goes to the row that begins so. */
class TypeAheadTest extends WithHubView {

	private int time = 1_000_000;

	@Test
	void typingGoesToTheRowThatBeginsSo() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 120)) {
			for (String id : List.of("pump-1", "pump-2", "press")) {
				hub.create(id);
			}
			view.awaitStatus("123 devices");
			view.select("Factory (123)");
			type("pum");
			assertEquals(List.of("pump-1"), view.selected());
			type("p-2");
			assertEquals(List.of("pump-2"), view.selected(), "a hyphen within a word closes no hub");
			pause();
			type("SENSOR-0119");
			assertEquals(List.of("sensor-0119"), view.selected(), "one that was not in sight, in any case");
			pause();
			type("p");
			assertEquals(List.of("press"), view.selected(), "from there on and round");
			pause();
			type("ppp");
			assertEquals(List.of("press"), view.selected(), "again and again, round");
			pause();
			type("fac");
			assertEquals(List.of("Factory (123)"), view.selected());
			pause();
			type("-");
			view.awaitRows(1);
			type("xyz");
			assertEquals(List.of("Factory (123)"), view.selected(), "nothing begins so");
		}
	}

	private void pause() {
		time += 2000;
	}

	private void type(String text) {
		for (char character : text.toCharArray()) {
			Ui.run(() -> {
				Event pressed = new Event();
				pressed.character = character;
				pressed.keyCode = Character.toLowerCase(character);
				pressed.stateMask = Character.isUpperCase(character) ? SWT.SHIFT : SWT.NONE;
				pressed.time = time++;
				view.table().notifyListeners(SWT.KeyDown, pressed);
			});
		}
	}
}
