// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.wizards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import iothubtools.ui.internal.text.Sentences;

/** Words of states within a sentence. */
class SentencesTest {

	@Test
	void nounsOfOtherLanguagesKeepTheirCapitals() {
		assertEquals("in der Warteschlange", Sentences.inside("In der Warteschlange"));
		assertEquals("unbekanntes Ger\u00e4t", Sentences.inside("Unbekanntes Ger\u00e4t"));
		assertEquals("in the queue", Sentences.inside("In the queue"));
		assertEquals("", Sentences.inside(""));
	}
}
