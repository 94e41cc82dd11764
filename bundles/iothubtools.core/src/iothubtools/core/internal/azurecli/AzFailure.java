// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.internal.azurecli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import iothubtools.client.errors.SignInException;
import iothubtools.client.errors.SignInException.Kind;
import iothubtools.client.exchange.Masking;

/** What a failed {@code az} means: by the codes of Entra ID, and by the command that it tells a person to run. */
final class AzFailure {

	/** There is no such tenant, or the account is not known to it. */
	private static final List<String> TENANT = List.of("AADSTS90002", "AADSTS900023", "AADSTS50020", "AADSTS50128", "AADSTS500021",
			"AADSTS5000224", "AADSTS700016");
	private static final String SIGN_IN = "az login";
	private static final Pattern ERROR = Pattern.compile("(?m)^ERROR: *(.+)$");
	private static final int LONGEST = 300;

	private AzFailure() {
	}

	/** The failure that {@code az} ended with and told on its error stream. */
	static SignInException of(int exit, String told) {
		String line = line(told);
		if (TENANT.stream().anyMatch(code -> Pattern.compile(code + "\\b").matcher(told).find())) {
			return new SignInException(Kind.WRONG_TENANT, line, null);
		}
		if (told.contains(SIGN_IN)) {
			return new SignInException(Kind.NOT_SIGNED_IN, line, null);
		}
		return new SignInException(Kind.FAILED, line.isEmpty() ? "az ended with exit code " + exit : line, null);
	}

	/** The first error, or else the last line, as what comes before it may be warnings. */
	private static String line(String told) {
		Matcher error = ERROR.matcher(told);
		String stripped = told.strip();
		String line = error.find() ? error.group(1).strip() : stripped.substring(stripped.lastIndexOf('\n') + 1);
		return Masking.text(line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
	}
}
