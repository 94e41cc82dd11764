// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.ui.internal.table.NaturalOrder;

class NaturalOrderTest {

	@ParameterizedTest
	@ValueSource(strings = {
			"device1 device2 device10 device11 device100",
			"1 2 10 a1b2 a1b10 a2b1",
			"A a B b",
			"sensor-001 sensor-1 sensor-002 sensor-10",
			"a a1 a1b ab",
			"x99999999999999999999 x100000000000000000000",
			"ab:1 ab:2 Ab:10 ac" })
	void textsAreSortedAsPeopleCount(String sorted) {
		List<String> expected = List.of(sorted.split(" "));
		List<String> texts = new ArrayList<>(expected);
		Collections.shuffle(texts, new Random(1));
		texts.sort(NaturalOrder.INSTANCE);
		assertEquals(expected, texts);
	}

	@Test
	void itIsAnOrder() {
		Random random = new Random(7);
		List<String> texts = new ArrayList<>();
		for (int i = 0; i < 120; i++) {
			StringBuilder text = new StringBuilder();
			for (int length = random.nextInt(6); length > 0; length--) {
				text.append("0019aAb-".charAt(random.nextInt(8)));
			}
			texts.add(text.toString());
		}
		for (String a : texts) {
			for (String b : texts) {
				int ab = Integer.signum(NaturalOrder.INSTANCE.compare(a, b));
				assertEquals(-ab, Integer.signum(NaturalOrder.INSTANCE.compare(b, a)), a + " and " + b);
				assertEquals(a.equals(b), ab == 0, a + " and " + b);
				for (String c : texts) {
					if (ab < 0 && NaturalOrder.INSTANCE.compare(b, c) < 0) {
						assertEquals(-1, Integer.signum(NaturalOrder.INSTANCE.compare(a, c)), a + ", " + b + " and " + c);
					}
				}
			}
		}
	}
}
