// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The one place that takes secrets out of text before anyone sees it. Works on plain text, so that truncated JSON, JSON
 * inside a JSON string and an HTML page that repeats a request are masked too. Takes time in proportion to the text, whatever
 * that is: a run of backslashes or blanks is looked at from its beginning only, and never taken back.
 */
public final class Masking {

	/** What stands in place of a secret. */
	public static final String MASK = "***";

	/** Stands for a secret where a text is taken apart; no text has it. */
	private static final String CUT = "\u0001";

	private static final Set<String> SECRET_HEADERS = Set.of("authorization", "proxy-authorization", "cookie",
			"set-cookie");

	private static final String NAMES = "(?:primary|secondary|shared_?access|account|private|device)_?key"
			+ "|sas_?token|access_?token|refresh_?token|password|connection_?string";

	/** What these begin with, and {@code sig}. */
	private static final String BEGINNINGS = "psadrc";

	// a word begins there, also behind a character that stands as %3B, \u0026 or \n
	private static final String BEGIN = "(?:(?<![A-Za-z0-9_])|(?<=%[0-9A-Fa-f]{2})|(?<=%25[0-9A-Fa-f]{2})|(?<=\\\\u[0-9A-Fa-f]{4})|(?<=\\\\[nrt]))";

	// "primaryKey":"…" also with its quotes escaped, and up to the end of a text that breaks off within the value
	private static final SecretPattern JSON_MEMBER = new SecretPattern(Pattern.compile(
			"((?i:\"(?:" + NAMES + ")\\\\*+\"\\s*+:\\s*+\\\\*+\"))(?:[^\"\\\\]|\\\\+[^\"\\\\])*+"), SecretPattern.quoted(BEGINNINGS));
	// SharedAccessKey=… of a connection string, sig=… of a SAS token or of a storage URI
	private static final SecretPattern PAIR = new SecretPattern(Pattern
			.compile("((?i:" + BEGIN + "(?:(?:" + NAMES + ")\\s*+|sig)(?:=|\\\\+u003d|%(?:25)*+3d)\\s*+))" //
					+ "(?:[^\\s;&\"'<>\\\\]|\\\\+/|\\\\+u00[0-9a-fA-F]{2})++"), SecretPattern.word(BEGINNINGS));
	// a JSON Web Token wherever it stands, such as in what a tool for signing in says: header, claims and signature in base64
	private static final SecretPattern WEB_TOKEN = new SecretPattern(Pattern
			.compile("()(?<!-)" + BEGIN + "eyJ[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]{8,}+[A-Za-z0-9._-]*+"), SecretPattern.text("eyJ"));
	private static final SecretPattern BEARER = new SecretPattern(Pattern
			.compile("((?i:bearer)(?:\\s|%20)++)[A-Za-z0-9+/=._~-]{20,}+"), SecretPattern.letter("b"));

	// a key of 32 or 64 bytes in base64, which says of itself that it is one nowhere but in its length; also as JSON or a URL writes it
	private static final String DIGIT = "(?:[A-Za-z0-9+/]|%2[BbFf]|\\\\/|\\\\u002[BbFf])";
	private static final String PADDING = "(?:=|%3[Dd]|\\\\u003[Dd])";
	private static final Pattern BARE_KEY = Pattern
			.compile("(?:(?<![A-Za-z0-9+/])|(?<=%(?!2[BbFf])[0-9A-Fa-f]{2})|(?<=\\\\u(?!002[BbFf])[0-9A-Fa-f]{4})|(?<=\\\\[nrt]))" //
					+ "(?:" + DIGIT + "{43}+" + PADDING + "|" + DIGIT + "{86}+" + PADDING + "{2})(?!" + DIGIT + "|" + PADDING + ")");

	private static final List<SecretPattern> PATTERNS = List.of(JSON_MEMBER, PAIR, BEARER, WEB_TOKEN);

	/** What a text must have, in any case, for one of the patterns to find something. */
	private static final List<String> SIGNS = List.of("key", "token", "password", "connection", "sig", "bearer", "eyj");

	private Masking() {
	}

	/** {@code text} with every key, token and signature replaced. */
	public static String text(String text) {
		return masked(text, MASK);
	}

	private static String masked(String text, String mask) {
		if (!mayHaveSecrets(text)) {
			return text;
		}
		String masked = text;
		for (SecretPattern each : PATTERNS) {
			masked = each.masked(masked, mask);
		}
		return masked;
	}

	/**
	 * What stands before, between and behind the secrets of {@code text}, one part more than it has secrets. Other than {@link #text} it tells
	 * them from a {@link #MASK} that somebody wrote.
	 */
	public static List<String> parts(String text) {
		return List.of(masked(text.replace(CUT, " "), CUT).split(CUT, -1));
	}

	/** Spares texts without secrets, as most large ones are, the patterns: they take a hundred times as long as this. */
	private static boolean mayHaveSecrets(String text) {
		String lower = text.toLowerCase(Locale.ROOT);
		return SIGNS.stream().anyMatch(lower::contains);
	}

	/**
	 * Whether a text may be put into a file, as what somebody typed into a field is to come back the next time: not when a key or token was
	 * pasted into it by mistake, also a key without a word that says what it is.
	 */
	public static boolean mayBeKept(String text) {
		return text(text).equals(text) && !BARE_KEY.matcher(text).find();
	}

	/** The value of an HTTP header; of a SAS token everything but the signature stays readable. */
	public static String header(String name, String value) {
		String masked = text(value);
		if (!SECRET_HEADERS.contains(name.toLowerCase(Locale.ROOT)) || value.startsWith("SharedAccessSignature ")) {
			return masked;
		}
		int space = value.indexOf(' ');
		return space < 0 ? MASK : value.substring(0, space + 1) + MASK;
	}
}
