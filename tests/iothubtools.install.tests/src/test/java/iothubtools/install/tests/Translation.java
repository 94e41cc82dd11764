// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Texts in English, and the same in German.
 *
 * @param english the file of the English ones
 */
record Translation(Path english) {

	private static final Pattern PLACE = Pattern.compile("[{]\\d+[}]");
	private static final Pattern MNEMONIC = Pattern.compile("&(\\w)");
	/** What has a meaning in law is as its authors wrote it. */
	private static final Set<String> LEGAL = Set.of("license", "copyright");

	/** All that are shipped. */
	static Stream<Translation> all() {
		Stream<Path> ofBundles = Checkout.bundles().flatMap(bundle -> Stream.concat(bundle.sources("messages.properties"::equals).stream(),
				Stream.of(bundle.folder().resolve("plugin.properties")).filter(file -> file.toFile().exists())));
		// not what a build has made of it
		Stream<Path> ofFeatures = Checkout.children(Checkout.ROOT.resolve("features")).stream().map(feature -> feature.resolve("feature.properties"))
				.filter(file -> file.toFile().exists());
		return Stream.concat(ofBundles, ofFeatures).map(Translation::new);
	}

	/** The file of the German ones. */
	Path german() {
		return english.resolveSibling(english.getFileName().toString().replace(".properties", "_de.properties"));
	}

	Properties englishTexts() {
		return Bundle.properties(english);
	}

	Properties germanTexts() {
		return Bundle.properties(german());
	}

	/** The keys that are to be in German. */
	Set<String> keys() {
		Set<String> keys = new TreeSet<>(englishTexts().stringPropertyNames());
		keys.removeAll(LEGAL);
		return keys;
	}

	/** The keys whose texts do not fit, English and German. */
	List<String> keysOfUnlike(BiPredicate<String, String> like) {
		Properties english = englishTexts();
		Properties german = germanTexts();
		return keys().stream().filter(key -> german.containsKey(key) && !like.test(english.getProperty(key), german.getProperty(key)))
				.toList();
	}

	/** The places where something is put into a text: what is counted is that they are there, not how often. */
	static Set<String> places(String text) {
		return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
	}

	/** The letter that chooses what has this text, empty when it has none. */
	static String mnemonic(String text) {
		return MNEMONIC.matcher(text).results().map(found -> found.group(1).toLowerCase(Locale.ROOT)).findFirst().orElse("");
	}

	@Override
	public String toString() {
		return Checkout.ROOT.relativize(english).toString();
	}
}
