// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.snippets;

import java.util.List;
import java.util.stream.Collectors;

/** A call as a class of Java with the HTTP client of the JDK, of one file that {@code java} runs. */
public final class JavaProgram {

	/** The name of the class, and so of its file. */
	public static final String NAME = "IotHubCall";

	private static final String IMPORTS = """
			import java.net.URI;
			import java.net.http.HttpClient;
			import java.net.http.HttpRequest;
			import java.net.http.HttpResponse;
			""";
	private static final String TRUST_IMPORTS = """
			import java.io.InputStream;
			import java.nio.file.Files;
			import java.nio.file.Path;
			import java.security.KeyStore;
			import java.security.cert.Certificate;
			import java.security.cert.CertificateFactory;

			import javax.net.ssl.SSLContext;
			import javax.net.ssl.TrustManagerFactory;
			""";
	private static final String TRUST = """
					KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
					trusted.load(null, null);
					try (InputStream file = Files.newInputStream(Path.of(%s))) {
						for (Certificate ca : CertificateFactory.getInstance("X.509").generateCertificates(file)) {
							trusted.setCertificateEntry("ca" + trusted.size(), ca);
						}
					}
					TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
					trust.init(trusted);
					SSLContext tls = SSLContext.getInstance("TLS");
					tls.init(null, trust.getTrustManagers(), null);
					HttpClient client = HttpClient.newBuilder().sslContext(tls).build();
			""";
	private static final String FEW = " + ";
	/** Of so many pieces a sum is read easily; a compiler has a limit, too. */
	private static final int MANY = 6;

	private JavaProgram() {
	}

	/** The class, behind lines of comments that say what it needs. No secret is in it: it reads them from variables of the environment. */
	public static String of(SentCall call) {
		CallParts parts = new CallParts(call);
		StringBuilder code = new StringBuilder();
		// a backslash before a u would be a character even here
		parts.says().forEach(line -> code.append("// ").append(line.replace("\\", "\\\\")).append('\n'));
		boolean trusts = !parts.trusted().isEmpty();
		boolean file = parts.hasBody() && parts.body().isEmpty();
		code.append(IMPORTS).append(trusts ? TRUST_IMPORTS : file ? "import java.nio.file.Path;\n" : "");
		code.append("\npublic class ").append(NAME).append(" {\n\n\tpublic static void main(String[] args) throws Exception {\n");
		code.append(trusts ? TRUST.replace("%s", literal(parts.trusted())) : "\t\tHttpClient client = HttpClient.newHttpClient();\n");
		code.append("\t\tHttpRequest request = HttpRequest.newBuilder(URI.create(").append(expression(parts.url())).append("))\n");
		parts.headers().forEach(
				(name, value) -> code.append("\t\t\t\t.header(").append(literal(name)).append(", ").append(expression(value)).append(")\n"));
		code.append("\t\t\t\t.method(").append(literal(parts.method())).append(", HttpRequest.BodyPublishers.").append(body(parts, file)).append(")\n");
		code.append("\t\t\t\t.build();\n");
		code.append("\t\tHttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());\n");
		return code.append("\t\tSystem.out.println(response.statusCode());\n\t\tSystem.out.println(response.body());\n\t}\n}\n").toString();
	}

	private static String body(CallParts parts, boolean file) {
		if (!parts.hasBody()) {
			return "noBody()";
		}
		return file ? "ofFile(Path.of(" + literal(CallParts.BODY_FILE) + "))" : "ofString(" + expression(parts.body()) + ")";
	}

	private static String expression(List<Piece> pieces) {
		boolean few = pieces.size() <= MANY;
		String all = pieces.stream().map(piece -> piece.variable() ? "System.getenv(" + literal(piece.text()) + ")" : literal(piece.text()))
				.collect(Collectors.joining(few ? FEW : ", "));
		return few ? all : "String.join(\"\", " + all + ")";
	}

	/** A literal with nothing but ASCII, as the compiler may read the file in any encoding. */
	static String literal(String text) {
		StringBuilder literal = new StringBuilder("\"");
		text.chars().forEach(c -> {
			switch (c) {
			case '"', '\\' -> literal.append('\\').append((char) c);
			case '\n' -> literal.append("\\n");
			case '\r' -> literal.append("\\r");
			case '\t' -> literal.append("\\t");
			default -> {
				if (c < ' ' || c > '~') {
					literal.append(String.format("\\u%04x", c));
				} else {
					literal.append((char) c);
				}
			}
			}
		});
		return literal.append('"').toString();
	}
}
