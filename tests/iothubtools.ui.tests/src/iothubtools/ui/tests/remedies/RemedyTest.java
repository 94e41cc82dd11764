// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.remedies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import iothubtools.core.status.HubStatusCode;
import iothubtools.ui.internal.remedies.Remedy;

/** What a sentence tells to do is offered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemedyTest {

	/** What a sentence that tells to do something has; the words of the hub itself are not among them. */
	private static final Pattern TELLS = Pattern
			.compile("\\b([Tt]ry again|Check|Choose|Enter|Enable|Refresh|Run|Install|Connect with|Set the|Have the role)\\b");

	/** Words that lead to one remedy and no other. */
	private static final Map<String, Remedy> LEADS = Map.of("ry again", Remedy.AGAIN, "hub connection", Remedy.EDIT_CONNECTION,
			"General > Network Connections", Remedy.NETWORK_CONNECTIONS, "General > Security > Secure Storage", Remedy.SECURE_STORAGE,
			"that the hub is running", Remedy.START_LOCAL_HUB, "Enable it", Remedy.ENABLE_DEVICE, "Refresh", Remedy.REFRESH, "A proxy",
			Remedy.NETWORK_CONNECTIONS);

	private final Properties sentences = new Properties();

	@BeforeAll
	void read() throws Exception {
		try (InputStream file = HubStatusCode.class.getResourceAsStream("messages.properties")) {
			sentences.load(file);
		}
	}

	private String sentence(HubStatusCode code) {
		String key = Arrays.stream(code.name().split("_")).map(word -> word.charAt(0) + word.substring(1).toLowerCase())
				.collect(Collectors.joining());
		String sentence = sentences.getProperty(key);
		assertNotNull(sentence, key);
		return sentence;
	}

	@ParameterizedTest
	@EnumSource(HubStatusCode.class)
	void whatTellsToDoSomethingHasARemedy(HubStatusCode code) {
		String sentence = sentence(code);
		if (TELLS.matcher(sentence).find()) {
			assertFalse(Remedy.of(code).isEmpty(), sentence);
		}
		// enabling or refreshing comes before what is tried again
		LEADS.forEach((words, remedy) -> {
			if (sentence.contains(words) && !(remedy == Remedy.AGAIN && !Remedy.of(code).contains(remedy) && endsWithAnother(code))) {
				assertTrue(Remedy.of(code).contains(remedy), sentence + " " + remedy);
			}
		});
		assertEquals(Remedy.of(code).stream().sorted().toList(), Remedy.of(code), "in the order in which they are offered");
	}

	/** Where one remedy does the same once more by itself, or shows what there is to decide anew. */
	private static boolean endsWithAnother(HubStatusCode code) {
		return Remedy.of(code).contains(Remedy.ENABLE_DEVICE) || Remedy.of(code).contains(Remedy.REFRESH);
	}
}
