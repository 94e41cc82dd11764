// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The target definitions of both ends of Eclipse: two platforms, one set of libraries. */
class TargetsTest {

	private static final Pattern LOCATION = Pattern.compile("<location [^>]*label=\"([^\"]*)\">.*?</location>", Pattern.DOTALL);

	private final Map<String, String> oldest = locations("oldest");
	private final Map<String, String> newest = locations("newest");

	@ParameterizedTest
	@ValueSource(strings = { "http", "local hub", "certificates", "clients of the tests", "junit" })
	void librariesAreTheSameAtBothEnds(String label) {
		assertFalse(oldest.getOrDefault(label, "").isEmpty(), "there is no location " + label);
		assertEquals(oldest.get(label), newest.get(label));
	}

	@Test
	void everythingElseIsThePlatform() {
		assertEquals(oldest.keySet(), newest.keySet());
		for (String label : new String[] { "platform", "platform feature", "p2" }) {
			assertNotEquals(oldest.get(label), newest.get(label), label);
		}
	}

	/** Each location as it is written, by its label. */
	private static Map<String, String> locations(String end) {
		Map<String, String> locations = new TreeMap<>();
		Matcher location = LOCATION
				.matcher(Checkout.read(Checkout.ROOT.resolve("releng/iothubtools.target/" + end + ".target")));
		while (location.find()) {
			locations.put(location.group(1), location.group());
		}
		return locations;
	}
}
