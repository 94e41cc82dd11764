// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.support;

import static org.junit.jupiter.api.Assertions.assertFalse;

import iothubtools.tour.driver.Scope;
import iothubtools.ui.internal.WidgetIds;

/** The question before something is done at a hub of production, whose name is to be typed. */
public final class ProductionQuestion {

	private ProductionQuestion() {
	}

	/** Waits for it, types the name of the hub and presses the button, which cannot be pressed before. */
	public static void answer(String title, String hub, String button) {
		Scope question = Scope.window(title).open();
		assertFalse(question.enabled(button));
		new Form(title).enter(WidgetIds.HUB_NAME, hub);
		question.press(button);
	}
}
