// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What the tools say in English they say in German too; see docs/german.md. */
class TranslationsTest {

	private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'('')*(?!')");
	private static final Map<String, String> SELECTIONS = Map.of("iothubtools.ui.oneDevice", "device", "iothubtools.ui.anyDevice", "device",
			"iothubtools.ui.oneEdgeDevice", "device", "iothubtools.ui.oneHub", "hub", "iothubtools.ui.oneLocalHub", "hub",
			"iothubtools.ui.notDefaultHub", "hub", "iothubtools.ui.oneQuery", "query");
	private static final Pattern LINK = Pattern.compile("<a[ >]");

	static Stream<Translation> texts() {
		return Translation.all();
	}

	static List<Bundle> bundles() {
		return Checkout.bundles().toList();
	}

	@ParameterizedTest
	@MethodSource("texts")
	void everyTextIsThereInGerman(Translation texts) {
		assertEquals(texts.keys(), new TreeSet<>(texts.germanTexts().stringPropertyNames()));
	}

	@ParameterizedTest
	@MethodSource("texts")
	void noneIsEmptyUnlessItIsInEnglish(Translation texts) {
		assertEquals(List.of(), texts.keysOfUnlike((english, german) -> english.isBlank() == german.isBlank()));
	}

	@ParameterizedTest
	@MethodSource("texts")
	void whatIsPutIntoATextHasItsPlace(Translation texts) {
		assertEquals(List.of(), texts.keysOfUnlike((english, german) -> Translation.places(english).equals(Translation.places(german))));
	}

	/** An apostrophe alone takes the places behind it for plain text, and is not shown. */
	@ParameterizedTest
	@MethodSource("texts")
	void anApostropheBesideAPlaceIsDoubled(Translation texts) {
		for (Properties each : List.of(texts.englishTexts(), texts.germanTexts())) {
			assertEquals(List.of(), each.stringPropertyNames().stream().map(each::getProperty)
					.filter(text -> !Translation.places(text).isEmpty() && LONE_APOSTROPHE.matcher(text).find()).toList());
		}
	}

	/** The oldest Eclipse reads them as ISO 8859-1, the newest as UTF-8. */
	@ParameterizedTest
	@MethodSource("texts")
	void theFilesAreAscii(Translation texts) {
		for (Path file : List.of(texts.english(), texts.german())) {
			assertEquals(List.of(), Checkout.read(file).lines().filter(line -> line.chars().anyMatch(c -> c > '~')).toList());
		}
	}

	@ParameterizedTest
	@MethodSource("texts")
	void linksAreLinks(Translation texts) {
		assertEquals(List.of(), texts.keysOfUnlike((english, german) -> LINK.matcher(english).results().count() == LINK.matcher(german)
				.results().count()));
	}

	@ParameterizedTest
	@MethodSource("texts")
	void whatHasAMnemonicHasOneInGerman(Translation texts) {
		assertEquals(List.of(), texts.keysOfUnlike(
				(english, german) -> Translation.mnemonic(english).isEmpty() == Translation.mnemonic(german).isEmpty()));
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void mnemonicsOfAMenuThatDifferInEnglishDifferInGerman(Bundle bundle) {
		assertEquals(List.of(), sameInAMenu(bundle, "plugin_de.properties").stream()
				.filter(twice -> !sameInAMenu(bundle, "plugin.properties").contains(twice)).toList());
	}

	@Test
	void theSiteHasThem() throws IOException {
		for (Translation texts : Translation.all().toList()) {
			Path file = texts.german();
			Path home = Checkout.ROOT.relativize(file);
			// bundles/<name>/src/<entry>, bundles/<name>/<entry> and features/<name>/<entry>
			boolean inSources = home.getName(2).toString().equals("src");
			String entry = home.subpath(inSources ? 3 : 2, home.getNameCount()).toString().replace('\\', '/');
			try (ZipFile jar = new ZipFile(jarOf(home).toFile())) {
				assertTrue(jar.getEntry(entry) != null, entry + " is missing in " + jar.getName());
			}
		}
	}

	private static Path jarOf(Path home) {
		boolean feature = home.startsWith("features");
		return Checkout.children(Checkout.SITE.resolve(feature ? "features" : "plugins")).stream()
				.filter(file -> file.getFileName().toString().startsWith(home.getName(1) + "_")).findFirst().orElseThrow();
	}

	/** Pairs of keys of mnemonics that are the same and in one menu, where both can be seen at once. */
	private static List<String> sameInAMenu(Bundle bundle, String file) {
		Properties texts = bundle.properties(file);
		Map<String, List<Element>> seen = new HashMap<>();
		List<String> same = new ArrayList<>();
		for (Element element : bundle.pluginXml()) {
			String key = key(element);
			if (!key.isEmpty()) {
				String letter = texts.getProperty(key, key).toLowerCase(Locale.ROOT);
				List<Element> before = seen.computeIfAbsent(menu(element.getParentNode()) + letter, place -> new ArrayList<>());
				before.stream().filter(other -> !key(other).equals(key) && !neverTogether(other, element))
						.forEach(other -> same.add(key(other) + " and " + key));
				before.add(element);
			}
		}
		return same;
	}

	private static String key(Element element) {
		return element.getAttribute("mnemonic").replaceFirst("^%", "");
	}

	/** What is there for devices only is never beside what is there for one hub or one query only. */
	private static boolean neverTogether(Element one, Element other) {
		String first = selection(one);
		String second = selection(other);
		return !first.isEmpty() && !second.isEmpty() && !first.equals(second);
	}

	/** What has to be selected for an entry to be seen, empty when that is not one kind of thing. */
	private static String selection(Element entry) {
		for (Node child = entry.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child instanceof Element when && when.getTagName().equals("visibleWhen")
					&& when.getElementsByTagName("not").getLength() + when.getElementsByTagName("or").getLength() == 0) {
				NodeList references = when.getElementsByTagName("reference");
				return IntStream.range(0, references.getLength())
						.mapToObj(i -> SELECTIONS.getOrDefault(((Element) references.item(i)).getAttribute("definitionId"), ""))
						.filter(kind -> !kind.isEmpty()).findFirst().orElse("");
			}
		}
		return "";
	}

	/** Contributions to one place make one menu. */
	private static String menu(Node parent) {
		Element menu = (Element) parent;
		return menu.hasAttribute("locationURI") ? menu.getAttribute("locationURI").replaceFirst("[?].*", "") + " "
				: System.identityHashCode(menu) + " ";
	}
}
