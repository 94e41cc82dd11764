// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.auth;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

/**
 * The tokens whose signature a hub has seen to be right: clients send the same one again and again, and reading and checking it costs
 * more than the rest of a small request. Of bounded size, as a token may have fields of any length that mean nothing.
 */
public final class VerifiedTokens {

	/** The longest that is kept; those that libraries make have some hundred. */
	private static final int LONGEST = 2048;
	private static final int MOST_CHARACTERS = 4 * 1024 * 1024;
	/** Counted for each besides its text, which it has twice. */
	private static final int OTHER = 256;

	private final Map<String, SharedAccessSignature> tokens = new HashMap<>();
	private int characters;

	/** Reads the value of an Authorization header; null when it is no well-formed token. */
	public @Nullable SharedAccessSignature read(@Nullable String header) {
		SharedAccessSignature known = header == null ? null : find(header);
		return known == null ? SharedAccessSignature.parse(header, token -> remember(String.valueOf(header), token)) : known;
	}

	private synchronized @Nullable SharedAccessSignature find(String header) {
		return tokens.get(header);
	}

	private synchronized void remember(String header, SharedAccessSignature token) {
		int size = 2 * header.length() + OTHER;
		if (header.length() > LONGEST) {
			return;
		}
		if (characters + size > MOST_CHARACTERS) {
			tokens.clear();
			characters = 0;
		}
		if (tokens.put(header, token) == null) {
			characters += size;
		}
	}
}
