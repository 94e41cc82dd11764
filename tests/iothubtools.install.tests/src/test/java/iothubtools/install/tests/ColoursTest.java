// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/**
 * Colours of our own can be read in the light and in the dark theme, by the contrast of WCAG 2: 4.5 for letters, which the dark stylesheet has to give
 * others, and 3 for the lines of charts and for marks.
 */
class ColoursTest {

	private static final String LIGHT = "255,255,255";
	/** What editors and tables lie on in the dark theme of Eclipse. */
	private static final String DARK = "47,47,47";
	private static final double LETTERS = 4.5;
	private static final double LINES = 3;
	private static final Pattern IN_CSS = Pattern.compile("'([\\w.]+)=(\\d+,\\d+,\\d+)'");

	private static Map<String, String> light() {
		Map<String, String> colours = new LinkedHashMap<>();
		Checkout.bundles().flatMap(bundle -> bundle.pluginXml().stream()).filter(element -> element.getTagName().equals("colorDefinition"))
				.forEach((Element element) -> colours.put(element.getAttribute("id"), element.getAttribute("value")));
		return colours;
	}

	private static Map<String, String> dark() {
		Map<String, String> colours = light();
		for (Bundle bundle : Checkout.bundles().toList()) {
			Path css = bundle.folder().resolve("css/dark.css");
			Stream<MatchResult> found = Files.exists(css) ? IN_CSS.matcher(Checkout.read(css)).results() : Stream.empty();
			found.filter(colour -> colours.containsKey(colour.group(1))).forEach(colour -> colours.put(colour.group(1), colour.group(2)));
		}
		return colours;
	}

	@Test
	void eachCanBeReadOnAWhiteGround() {
		assertEquals(List.of(), unreadable(light(), LIGHT));
	}

	@Test
	void eachCanBeReadOnADarkGround() {
		assertEquals(List.of(), unreadable(dark(), DARK));
	}

	@Test
	void contrastIsMeasuredAsItIsDefined() {
		assertEquals(21, contrast("0,0,0", LIGHT), 0.01);
		assertEquals(4.54, contrast("118,118,118", LIGHT), 0.01);
		assertTrue(light().size() > 10);
	}

	private static List<String> unreadable(Map<String, String> colours, String ground) {
		List<String> found = new ArrayList<>();
		colours.forEach((id, colour) -> {
			double needed = id.contains(".chart.") || id.endsWith(".warning") ? LINES : LETTERS;
			if (contrast(colour, ground) < needed) {
				found.add(id + " " + colour + ": " + Math.round(contrast(colour, ground) * 100) / 100.0);
			}
		});
		return found;
	}

	private static double contrast(String one, String other) {
		double a = luminance(one) + 0.05;
		double b = luminance(other) + 0.05;
		return Math.max(a, b) / Math.min(a, b);
	}

	private static double luminance(String rgb) {
		double[] parts = Stream.of(rgb.split(",")).mapToDouble(part -> Integer.parseInt(part) / 255.0)
				.map(part -> part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4)).toArray();
		return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
	}
}
