// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.remedies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.jface.action.Action;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.ui.internal.remedies.Offer;
import iothubtools.ui.internal.remedies.OfferAction;
import iothubtools.ui.internal.remedies.Remedy;

class OfferActionTest {

	@ParameterizedTest
	@ValueSource(strings = { "Enable pump", "Enable pump@north", "Enable pump@F", "Enable a&b@c" })
	void aButtonNamesTheWholeDevice(String text) {
		Action action = new OfferAction(new Offer(Remedy.ENABLE_DEVICE, text, () -> { }));
		assertEquals(text.replace("&", "&&"), action.getText());
		assertEquals(0, action.getAccelerator());
	}
}
