// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.snippets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import iothubtools.client.exchange.Masking;
import iothubtools.client.exchange.SentBody;

/** What a snippet of a call is made of, in whatever language: the same in each of them. */
final class CallParts {

	/** Where a body that is not copied is to be put. */
	static final String BODY_FILE = "body.json";

	/** Bytes of a body that each language takes as one text: Java has 65,535 for a literal, Linux 128 KB for an argument. */
	private static final int MAX_BODY = 65_000;
	private static final String AUTHORIZATION = "authorization";
	private static final String BEARER = "Bearer ";
	/** Which the transport adds by itself, and Java's refuses. */
	private static final Set<String> OF_TRANSPORT = Set.of("host", "connection", "content-length", "expect", "transfer-encoding", "upgrade");
	private static final Pattern MASK = Pattern.compile(Pattern.quote(Masking.MASK));

	private final SentCall call;
	private final SecretNames names = new SecretNames();
	private final Map<String, List<Piece>> headers = new LinkedHashMap<>();
	private final List<Piece> url;
	private final List<Piece> body;

	CallParts(SentCall call) {
		this.call = call;
		String host = call.header("Host");
		url = pieces(List.of(MASK.split("https://" + (host.isEmpty() ? call.connection().host().toString() : host) + call.target(), -1)));
		call.headers().forEach(this::header);
		body = isWhole(call.body()) ? pieces(call.body().parts()) : List.of();
	}

	private void header(String name, String value) {
		String lower = name.toLowerCase(Locale.ROOT);
		if (OF_TRANSPORT.contains(lower)) {
			return;
		}
		if (!lower.equals(AUTHORIZATION)) {
			headers.put(name, pieces(List.of(MASK.split(value, -1))));
		} else if (value.startsWith(BEARER)) {
			headers.put(name, List.of(Piece.plain(BEARER), Piece.variable(TokenSays.ACCESS_TOKEN)));
		} else {
			headers.put(name, List.of(Piece.variable(TokenSays.SAS_TOKEN)));
		}
	}

	private List<Piece> pieces(List<String> texts) {
		List<Piece> pieces = new ArrayList<>();
		for (int i = 0; i < texts.size(); i++) {
			if (i > 0) {
				pieces.add(Piece.variable(names.next(texts.get(i - 1))));
			}
			if (!texts.get(i).isEmpty() || texts.size() == 1) {
				pieces.add(Piece.plain(texts.get(i)));
			}
		}
		return pieces;
	}

	private static boolean isWhole(SentBody body) {
		return body.isWhole() && body.parts().stream().mapToInt(CallParts::length).sum() <= MAX_BODY;
	}

	/** Bytes as a literal of Java has them, where an emoji is six and not four. */
	private static int length(String part) {
		return part.chars().map(c -> c == 0 ? 2 : c < 0x80 ? 1 : c < 0x800 ? 2 : 3).sum();
	}

	String method() {
		return call.method();
	}

	/** With its host and all that the request had after it. */
	List<Piece> url() {
		return url;
	}

	/** In the order sent, with the token. */
	Map<String, List<Piece>> headers() {
		return headers;
	}

	boolean hasBody() {
		return call.body().isThere();
	}

	/** Empty where it is not copied, and where there is none. */
	List<Piece> body() {
		return body;
	}

	/** The file of CA certificates to trust; empty for those that are trusted anyway. */
	String trusted() {
		return call.connection().caCertificate();
	}

	/** What a person has to do before it runs, a line each. */
	Collection<String> says() {
		List<String> says = new ArrayList<>();
		says.add(new TokenSays(call).line());
		if (!names.all().isEmpty()) {
			says.add(NLS.bind(Messages.Keys, String.join(", ", names.all())));
		}
		if (hasBody() && body.isEmpty()) {
			says.add(NLS.bind(Messages.Body, String.format(Locale.getDefault(), "%,d", call.body().bytes()), BODY_FILE));
		}
		// a name of a hub could have anything in it
		return says.stream().map(line -> line.replaceAll("\\p{Cntrl}", " ")).toList();
	}
}
