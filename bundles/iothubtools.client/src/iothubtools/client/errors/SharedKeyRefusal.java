// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.errors;

import java.util.List;
import java.util.Locale;

/**
 * Tells the 401 of a hub whose shared keys are switched off from all others. The service's own words for it are in no public
 * document, so any that name such keys together with their being off count.
 */
final class SharedKeyRefusal {

	/** What it means for a person, before the service's own words. */
	static final String MEANING = "shared keys are switched off at this hub; sign in with Microsoft Entra ID, or allow them under"
			+ " Shared access policies in the Azure portal. ";

	private static final List<String> KEYS = List.of("local auth", "localauth", "shared access polic", "shared access key",
			"shared access signature", "shared key", "sas key", "sas token", "sas auth");

	private static final List<String> OFF = List.of("disabled", "switched off", "turned off", "not permitted", "denied");

	private SharedKeyRefusal() {
	}

	/** By the error's name and text. */
	static boolean is(String name, String message) {
		String text = (name + ' ' + message).toLowerCase(Locale.ROOT);
		return KEYS.stream().anyMatch(text::contains) && OFF.stream().anyMatch(text::contains);
	}
}
