// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import java.io.StringWriter;

import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import iothubtools.ui.internal.KeptText;

class KeptTextTest {

	/** Of all dialogs, as they are in one file. */
	@ParameterizedTest
	@CsvSource({ "on\u001b[0m, on[0m", "on\u0000, on", "\u20ac\ud83d\ude00, \u20ac\ud83d\ude00", "\ud83d, ''", "'a\tb\nc', 'a\tb\nc'" })
	void whatIsTypedTakesNoSettingsAway(String typed, String kept) throws Exception {
		IDialogSettings settings = new DialogSettings("all");
		settings.put("other", "value");
		KeptText.put(settings, "typed", typed);
		StringWriter file = new StringWriter();
		settings.save(file);
		IDialogSettings read = new DialogSettings("all");
		read.load(new StringReader(file.toString()));
		assertEquals("value", read.get("other"));
		assertEquals(kept, read.get("typed"));
	}
}
