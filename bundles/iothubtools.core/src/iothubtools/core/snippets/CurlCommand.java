// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.snippets;

import java.util.List;
import java.util.stream.Collectors;

/** A call as a command line of curl for bash, zsh and their like. */
public final class CurlCommand {

	private static final String NEXT = " \\\n  ";
	private static final char DEL = 0x7f;

	private CurlCommand() {
	}

	/** The command, behind lines that say what it needs and do nothing. No secret is in it: it reads them from variables of the environment. */
	public static String of(SentCall call) {
		CallParts parts = new CallParts(call);
		StringBuilder command = new StringBuilder();
		// where zsh is typed into, # begins no comment: it would run the line, and write into a file for each > in it
		parts.says().forEach(line -> command.append(": ").append(quoted(line)).append('\n'));
		// ids may have what curl would take for a pattern, and be dots alone
		command.append("curl --globoff --path-as-is -X ").append(parts.method()).append(' ').append(argument("", parts.url()));
		parts.headers().forEach((name, value) -> command.append(NEXT).append("-H ").append(header(name, value)));
		if (parts.hasBody()) {
			if (!parts.headers().keySet().stream().anyMatch("Content-Type"::equalsIgnoreCase)) {
				// else curl would make one up
				command.append(NEXT).append("-H 'Content-Type:'");
			}
			command.append(NEXT).append(parts.body().isEmpty() ? "--data-binary '@" + CallParts.BODY_FILE + "'" : "--data-raw " + argument("", parts.body()));
		}
		if (!parts.trusted().isEmpty()) {
			command.append(NEXT).append("--cacert ").append(quoted(parts.trusted()));
		}
		return command.append('\n').toString();
	}

	private static String header(String name, List<Piece> value) {
		// curl leaves out what has a colon and no value
		return value.equals(List.of(Piece.plain(""))) ? quoted(name + ";") : argument(name + ": ", value);
	}

	private static String argument(String before, List<Piece> pieces) {
		if (pieces.stream().noneMatch(Piece::variable)) {
			return quoted(before + pieces.stream().map(Piece::text).collect(Collectors.joining()));
		}
		if (pieces.stream().allMatch(Piece::variable) || pieces.get(0).text().equals("Bearer ")) {
			return '"' + before + pieces.stream().map(piece -> piece.variable() ? "$" + piece.text() : piece.text()).collect(Collectors.joining()) + '"';
		}
		return (before.isEmpty() ? "" : quoted(before))
				+ pieces.stream().map(piece -> piece.variable() ? "\"$" + piece.text() + '"' : quoted(piece.text())).collect(Collectors.joining());
	}

	/**
	 * Literally for the shell. In a line that is typed or pasted it would take a tab for a key, DEL for one that takes back, and what ends a line
	 * in Windows for two.
	 */
	static String quoted(String text) {
		if (text.chars().noneMatch(c -> isKey(c) && c != '\n')) {
			return "'" + text.replace("'", "'\\''") + "'";
		}
		StringBuilder quoted = new StringBuilder("$'");
		text.chars().forEach(c -> {
			if (isKey(c) || c == '\'' || c == '\\' || c == '!') {
				quoted.append(String.format("\\%03o", c));
			} else {
				quoted.append((char) c);
			}
		});
		return quoted.append('\'').toString();
	}

	private static boolean isKey(int c) {
		return c < ' ' || c == DEL;
	}
}
