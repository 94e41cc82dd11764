// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each dialog, page and view has words for F1, and the pages of the help are there, are found and call things what they are called. */
class HelpTest {

	private static final Path UI = Checkout.ROOT.resolve("bundles/iothubtools.ui");
	private static final Path PAGES = UI.resolve("help/pages");

	/** What a person sees is made over one of these. Ours among them may be used as they are: their words are those of the place that opens them. */
	private static final Set<String> FRAMES = Set.of("FormDialog", "TextDialog", "TrayDialog", "TitleAreaDialog", "MessageDialog", "InputDialog",
			"NamedInputDialog", "LineDialog", "FormPage", "MessagePage", "ReplyPage", "ResultPage", "OutcomePage", "PlanPage", "PairsPage", "ScrolledPage",
			"WizardPage", "DevicePage", "EditedPage", "PreferencePage", "ViewPart", "RestoredView", "ViewWithProperties", "HubListView", "EditorPart",
			"AbstractDecoratedTextEditor", "PropertySheetPage", "IOConsole", "CompareEditorInput", "TextCompare");
	private static final Pattern SEEN = Pattern.compile("(?m)^(?:public )?(?:final )?class (?!(?:" + String.join("|", FRAMES) + ")\\b)(\\w+)[^{]*? extends (?:"
			+ String.join("|", FRAMES) + ")\\b");
	private static final Pattern NAMED = Pattern.compile("HelpContext\\.(?:of|set|open)\\([^;]*?\\b([A-Z]\\w*)\\.class\\)");
	private static final Pattern CONTEXT = Pattern.compile("<context id=\"(\\w+)\">");
	private static final Pattern REFERENCE = Pattern.compile("\\b(?:href|topic|file|contentFile)=\"([^\"]+)\"");
	private static final Pattern BOLD = Pattern.compile("<b>(.*?)</b>");
	private static final Pattern SERIALIZATION = Pattern.compile("serialization=\"([\\w.]+)");

	/** Words of Eclipse itself, and buttons of its dialogs. */
	private static final Set<String> OF_ECLIPSE = Set.of("Window", "Show View", "Other", "Help", "Cheat Sheets", "Edit", "Undo", "Preferences", "Finish", "Refresh",
			"Delete", "OK", "Close");

	static List<Bundle> bundles() {
		return Checkout.bundles().toList();
	}

	static List<Path> helpFiles() {
		return Stream.of("iothubtools.ui", "iothubtools.ui.editor").map(name -> Checkout.ROOT.resolve("bundles").resolve(name).resolve("help"))
				.flatMap(folder -> Checkout.files(folder, name -> name.endsWith(".html") || name.endsWith(".xml")).stream()).toList();
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void eachDialogPageAndViewHasAContextAndEachContextIsThatOfOne(Bundle bundle) {
		Set<String> seen = new TreeSet<>();
		for (Path source : bundle.sources(name -> name.endsWith(".java"))) {
			String text = Checkout.read(source);
			Stream.of(SEEN, NAMED).flatMap(pattern -> pattern.matcher(text).results()).map(found -> found.group(1)).forEach(seen::add);
		}
		Path contexts = bundle.folder().resolve("help/contexts.xml");
		Set<String> told = new TreeSet<>(Files.exists(contexts) ? all(CONTEXT, Checkout.read(contexts)) : List.of());
		assertEquals(seen, told, "help/contexts.xml of " + bundle.name());
	}

	@Test
	void aDialogWithoutAFrameOfItsOwnIsSeen() {
		assertEquals(List.of("A"), all(SEEN, "final class A extends MessageDialog {"));
		assertEquals(List.of("B"), all(SEEN, "public final class B extends DevicePage<@NonNull String> {"));
		assertEquals(List.of(), all(SEEN, "abstract class C extends FormPage {"));
		assertEquals(List.of(), all(SEEN, "public class LineDialog extends InputDialog {"));
		assertEquals(List.of("D"), all(NAMED, "HelpContext.open(new MessageDialog(shell,\n\t\"x\"), D.class) == 0;"));
	}

	@ParameterizedTest
	@MethodSource("helpFiles")
	void whatAPageRefersToIsThere(Path file) {
		List<String> missing = all(REFERENCE, Checkout.read(file)).stream().filter(reference -> !reference.contains(":"))
				.filter(reference -> !Files.exists(target(file, reference))).toList();
		assertEquals(List.of(), missing);
	}

	/** A page refers to its neighbours; XML refers to files of its bundle, or with its name to those of another. */
	private static Path target(Path file, String reference) {
		if (reference.startsWith("/")) {
			return Checkout.ROOT.resolve("bundles" + reference);
		}
		return file.toString().endsWith(".html") ? file.resolveSibling(reference) : file.getParent().resolveSibling(reference);
	}

	@Test
	void eachPageIsInTheContentsOnceUnderItsTitle() {
		String contents = Checkout.read(UI.resolve("help/toc.xml"));
		List<String> entries = Pattern.compile("<topic label=\"([^\"]+)\" href=\"help/pages/([^\"]+)\"").matcher(contents).results()
				.map(topic -> topic.group(2) + " " + topic.group(1)).sorted().toList();
		List<String> pages = Checkout.children(PAGES).stream().map(page -> page.getFileName() + " " + title(page)).sorted().toList();
		assertEquals(pages, entries);
	}

	private static String title(Path page) {
		String text = Checkout.read(page);
		String title = all(Pattern.compile("<title>(.*?)</title>"), text).get(0);
		assertTrue(text.contains("<h1>" + title + "</h1>"), page.toString());
		return title;
	}

	/** A label that changes and stays in the help as it was is found here. */
	@ParameterizedTest
	@MethodSource("helpFiles")
	void whatIsSetInBoldIsCalledSo(Path file) {
		Set<String> labels = labels();
		labels.addAll(OF_ECLIPSE);
		List<String> unknown = all(BOLD, Checkout.read(file)).stream().flatMap(bold -> Stream.of(plain(bold).split(" > ")))
				.map(HelpTest::plain).filter(label -> !labels.contains(label)).toList();
		assertEquals(List.of(), unknown);
	}

	private static Set<String> labels() {
		Set<String> labels = new HashSet<>();
		for (Bundle bundle : bundles()) {
			List<Path> texts = new ArrayList<>(bundle.sources("messages.properties"::equals));
			texts.add(bundle.folder().resolve("plugin.properties"));
			for (Path file : texts) {
				for (Object value : Bundle.properties(file).values()) {
					labels.add(plain((String) value));
					all(Pattern.compile("<a[^>]*>(.*?)</a>"), (String) value).forEach(link -> labels.add(plain(link)));
				}
			}
		}
		return labels;
	}

	/** Without entities, mnemonics and what follows a label. */
	private static String plain(String label) {
		return label.replace("&gt;", ">").replace("&hellip;", "").replace("&lt;", "<").replace("&", "").replaceAll("[\u2026:]+$", "").strip();
	}

	@ParameterizedTest
	@MethodSource("helpFiles")
	void whatACheatSheetRunsIsACommandOfEclipseOrOfOurs(Path file) {
		Set<String> commands = bundles().stream().flatMap(bundle -> bundle.pluginXml().stream())
				.filter(element -> element.getTagName().equals("command")).map(element -> element.getAttribute("id")).collect(Collectors.toSet());
		assertEquals(List.of(), all(SERIALIZATION, Checkout.read(file)).stream()
				.filter(command -> !command.startsWith("org.eclipse.") && !commands.contains(command)).toList());
	}

	private static List<String> all(Pattern pattern, String text) {
		return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
	}
}
