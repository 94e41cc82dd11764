// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.hub;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import com.google.gson.JsonParser;

/** A fresh local hub for the tests of a class: register it as a static extension. */
public final class HubUnderTest implements BeforeAllCallback, AfterAllCallback {

	private final boolean behindProxy;
	private final List<String> options;
	private Loopback address;
	private Path data;
	private HubProcess process;
	private Trust trust;
	private ConnectProxy proxy;

	/** A hub on the ports that the SDKs insist on; behind a proxy where port 443 may not be bound. */
	public HubUnderTest() {
		this(false, List.of());
	}

	private HubUnderTest(boolean behindProxy, List<String> options) {
		this.behindProxy = behindProxy;
		this.options = options;
	}

	/** A hub with more options of {@code localhub.sh}. */
	public static HubUnderTest with(String... options) {
		return new HubUnderTest(false, List.of(options));
	}

	/** A hub behind a proxy, whatever may be bound. */
	public static HubUnderTest behindProxy() {
		return new HubUnderTest(true, List.of());
	}

	@Override
	public void beforeAll(ExtensionContext context) throws Exception {
		Path folder = Path.of(System.getProperty("hub.data"), context.getRequiredTestClass().getSimpleName());
		delete(folder);
		data = Files.createDirectories(folder).resolve("data");
		address = Loopback.find();
		if (behindProxy) {
			address = new Loopback(address.host(), 0, address.mqttPort(), address.amqpPort());
		}
		start();
		trust = new Trust(process.caCertificate());
		trust.makeDefault(folder.resolve("trusted.p12"));
		if (address.httpsPort() != Loopback.HTTPS) {
			proxy = new ConnectProxy(() -> process.address());
		}
	}

	@Override
	public void afterAll(ExtensionContext context) throws Exception {
		if (proxy != null) {
			proxy.close();
		}
		if (process != null) {
			process.stop();
		}
	}

	/** Stops the hub as Ctrl+C does. */
	public void stop() throws InterruptedException {
		process.stop();
	}

	/** Starts the hub, with what it kept. */
	public void start() throws Exception {
		process = HubProcess.start(address, data, options);
	}

	/** The HostName of connection strings: without a port, as the SDKs want it. */
	public String hostName() {
		return address.host();
	}

	/** The connection string of iothubowner. */
	public String connectionString() {
		return process.serviceConnectionString().replaceFirst("(HostName=[^;:]*):\\d+", "$1");
	}

	/** The connection string of its built-in endpoint as an Event Hub, with the key of iothubowner. */
	public String eventHubConnectionString() {
		return process.eventHubConnectionString();
	}

	/** The PEM file of its CA. */
	public Path caCertificate() {
		return process.caCertificate();
	}

	/** TLS that trusts the hub, for a client with these certificates of its own; none for one with a token. */
	public SSLContext tls(KeyManager... own) {
		try {
			return trust.context(own);
		} catch (GeneralSecurityException e) {
			throw new AssertionError(e);
		}
	}

	/** The proxy to reach it through, where it could not have port 443. */
	public Optional<Proxy> proxy() {
		return Optional.ofNullable(proxy).map(ConnectProxy::asProxy);
	}

	/** How many tunnels the proxy was asked for; 0 without a proxy. */
	public int tunnels() {
		return proxy == null ? 0 : proxy.tunnels();
	}

	/** HTTP without an SDK, as iothubowner. */
	public PlainHttp http() {
		return new PlainHttp(tls(), process.address(), connectionString());
	}

	/** A token of the test issuer for one of its clients; the hub has to be started with {@code --entra}. */
	public String accessToken(String client, String scope) {
		InetSocketAddress at = process.address();
		String secret = Base64.getEncoder().encodeToString((client + ':' + process.issuerSecret()).getBytes(StandardCharsets.UTF_8));
		HttpRequest request = HttpRequest
				.newBuilder(URI.create("https://" + at.getHostString() + ':' + at.getPort() + "/localhub/oauth2/token"))
				.header("Authorization", "Basic " + secret)
				.POST(BodyPublishers.ofString("grant_type=client_credentials&scope=" + URLEncoder.encode(scope, StandardCharsets.UTF_8)))
				.build();
		try {
			HttpResponse<String> reply = HttpClient.newBuilder().sslContext(tls()).build().send(request, BodyHandlers.ofString());
			return JsonParser.parseString(reply.body()).getAsJsonObject().get("access_token").getAsString();
		} catch (IOException e) {
			throw new AssertionError(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError(e);
		}
	}

	private static void delete(Path folder) throws IOException {
		if (Files.exists(folder)) {
			try (Stream<Path> files = Files.walk(folder)) {
				for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
	}
}
