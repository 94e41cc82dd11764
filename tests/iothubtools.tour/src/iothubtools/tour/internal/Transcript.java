// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.internal;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;

import iothubtools.client.exchange.HttpExchange;
import iothubtools.tour.driver.Until;

/** Prints each HTTP exchange while it happens, and lets a step check the one it made. Keys were masked by the client. */
final class Transcript {

	private static final int MOST_LINES = 30;
	private static final String COUNTS = "/statistics/";

	private final PrintStream out;
	private final Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();
	private final BlockingQueue<HttpExchange> unchecked = new LinkedBlockingQueue<>();

	Transcript(PrintStream out) {
		this.out = out;
	}

	/** Keeps an exchange to be expected, unless it is one of those that the view makes by itself to count devices; on any thread. */
	void note(HttpExchange exchange) {
		if (!exchange.target().startsWith(COUNTS)) {
			unchecked.add(exchange);
		}
	}

	/** Begins a step. */
	void step(String title) {
		out.println();
		out.println("== " + title);
	}

	/**
	 * Waits for the one exchange of the step, and prints it.
	 *
	 * @throws AssertionError when there is none, or it is another one
	 */
	void expect(String method, int status) throws InterruptedException {
		HttpExchange exchange = unchecked.poll(Until.PATIENCE.toSeconds(), TimeUnit.SECONDS);
		if (exchange == null) {
			throw new AssertionError("No exchange came");
		}
		print(exchange);
		if (!exchange.method().equals(method) || exchange.status() != status) {
			throw new AssertionError("Expected " + method + " with " + status);
		}
	}

	/**
	 * Checks that nothing was exchanged but what was expected.
	 *
	 * @throws AssertionError when something was
	 */
	void end() {
		List<HttpExchange> rest = List.copyOf(unchecked);
		rest.forEach(this::print);
		if (!rest.isEmpty()) {
			throw new AssertionError("Nothing more should have been exchanged");
		}
	}

	private void print(HttpExchange exchange) {
		String failure = exchange.failure();
		String outcome = failure == null ? exchange.status() + " " + exchange.reason() : failure;
		out.println(exchange.method() + " " + exchange.target() + " -> " + outcome + " (" + exchange.duration().toMillis() + " ms)");
		body("  > ", exchange.requestBody());
		body("  < ", exchange.responseBody());
		out.flush();
	}

	private void body(String prefix, String body) {
		List<String> lines = pretty(body).lines().toList();
		lines.stream().limit(MOST_LINES).forEach(line -> out.println(prefix + line));
		if (lines.size() > MOST_LINES) {
			out.println(prefix + "and " + (lines.size() - MOST_LINES) + " lines more");
		}
	}

	private String pretty(String body) {
		try {
			return body.isBlank() ? "" : gson.toJson(JsonParser.parseString(body));
		} catch (JsonSyntaxException e) {
			return body;
		}
	}
}
