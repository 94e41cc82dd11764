// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.snippets;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

/**
 * Says how to come by the token of a call.
 *
 * @param call which was sent with one, or with none
 */
record TokenSays(SentCall call) {

	static final String SAS_TOKEN = "IOTHUB_SAS_TOKEN";
	static final String ACCESS_TOKEN = "IOTHUB_ACCESS_TOKEN";

	private static final Pattern OF_DEVICE = Pattern.compile("[?& ]sr=[^&]*?%2fdevices%2f([^&]*)", Pattern.CASE_INSENSITIVE);
	private static final Pattern MODULES = Pattern.compile("/modules/");

	String line() {
		String sent = call.header("Authorization");
		if (sent.isEmpty()) {
			return Messages.Certificate;
		}
		if (sent.startsWith("Bearer ")) {
			return NLS.bind(Messages.Access_token, ACCESS_TOKEN, call.connection().host().audience());
		}
		Matcher device = OF_DEVICE.matcher(sent);
		String whose = device.find() ? MODULES.matcher(decoded(device.group(1))).replaceFirst("/") : "";
		whose = decoded(whose);
		// a name that would end the variable, or be taken for a part of it: then the host, which has none of these
		String name = call.connection().name();
		String hub = name.matches(".*[{}$;\\p{Cntrl}].*") ? call.connection().host().toString() : name;
		String variable = "${iothub_sas_token:" + hub + (whose.isEmpty() ? "" : "/" + whose) + "}";
		return NLS.bind(Messages.Token, new Object[] { SAS_TOKEN, whose.isEmpty() ? name : whose, variable });
	}

	private static String decoded(String text) {
		return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
	}
}
