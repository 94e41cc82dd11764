// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests.swagger;

import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * Checks what tests and the hub say to each other against the service's own Swagger: that the operation exists, that it
 * knows the status, headers, and the JSON of reply and request. Where the service departs from it, {@link Deviations} say
 * so.
 */
public final class SwaggerCheck {

	private static final Swagger SWAGGER = Swagger.SERVICE;
	private static final Set<String> WITH_ETAG = Set.of("Devices_GetIdentity", "Devices_CreateOrUpdateIdentity",
			"Configuration_Get", "Configuration_CreateOrUpdate", "DigitalTwin_GetDigitalTwin",
			"DigitalTwin_UpdateDigitalTwin", "CloudToDeviceMessages_ReceiveFeedbackNotification");

	private SwaggerCheck() {
	}

	/**
	 * Checks an exchange.
	 *
	 * @param http  the reply, with the request that it answers
	 * @param body  the body of that request, null when there is none or it is no text
	 * @throws AssertionError that names every difference
	 */
	public static void check(HttpResponse<String> http, String body) {
		List<String> problems = problems(http, body);
		if (!problems.isEmpty()) {
			throw new AssertionError(http.request().method() + ' ' + http.request().uri().getPath() + " -> "
					+ http.statusCode() + " departs from the Swagger:\n" + String.join("\n", problems) + "\n" + http.body());
		}
	}

	/** The operation that a request asks for, if the Swagger has it. */
	public static Optional<SwaggerOperation> operation(HttpRequest request) {
		return SWAGGER.find(method(request), path(request));
	}

	private static List<String> problems(HttpResponse<String> http, String body) {
		List<String> problems = new ArrayList<>();
		HttpRequest request = http.request();
		Optional<SwaggerOperation> operation = operation(request);
		everyReply(problems, http);
		if (isError(http)) {
			ErrorBodies.check(problems, SWAGGER, http);
		} else if (operation.isPresent()) {
			success(problems, operation.get(), http, body);
		} else if (!Deviations.isKnown(method(request), path(request))) {
			problems.add("there is no such operation");
		}
		return problems;
	}

	/** A bulk change that fails in part has its own body, which the Swagger describes (contract §3.1). */
	private static boolean isError(HttpResponse<String> http) {
		return http.statusCode() >= 400 && !header(http, "iothub-errorcode").equals("BulkRegistryOperationFailure");
	}

	private static void everyReply(List<String> problems, HttpResponse<String> http) {
		if (header(http, "x-ms-request-id").isEmpty()) {
			problems.add("there is no x-ms-request-id");
		}
		if (http.statusCode() == 204 && !http.body().isEmpty()) {
			problems.add("204 with a body");
		}
	}

	private static void success(List<String> problems, SwaggerOperation operation, HttpResponse<String> http, String body) {
		Optional<JsonObject> response = operation.response(http.statusCode());
		if (response.isEmpty()) {
			problems.add(operation.id() + " has no status " + http.statusCode());
			return;
		}
		boolean etag = http.statusCode() != 204 && WITH_ETAG.contains(operation.id());
		if (etag != !header(http, "ETag").isEmpty()) {
			problems.add(etag ? "there is no ETag" : "there is an ETag");
		}
		declaredHeaders(problems, response.get(), http);
		JsonObject schema = response.get().getAsJsonObject("schema");
		if (schema != null) {
			reply(problems, operation, schema, http);
		} else if (http.statusCode() != 200 && !http.body().isEmpty()) {
			problems.add("a body where none is expected");
		}
		if (body != null && !body.isEmpty()) {
			operation.body().ifPresent(of -> new SchemaCheck(SWAGGER, true).problems(of, JsonParser.parseString(body))
					.forEach(problem -> problems.add("the request: " + problem)));
		}
	}

	/** All but the continuation, which the last page has not. */
	private static void declaredHeaders(List<String> problems, JsonObject response, HttpResponse<String> http) {
		if (response.has("headers")) {
			response.getAsJsonObject("headers").keySet().stream()
					.filter(name -> !name.equals("x-ms-continuation") && header(http, name).isEmpty())
					.forEach(name -> problems.add("there is no " + name));
		}
	}

	private static void reply(List<String> problems, SwaggerOperation operation, JsonObject schema,
			HttpResponse<String> http) {
		if (!header(http, "Content-Type").equals("application/json; charset=utf-8")) {
			problems.add("the Content-Type is " + header(http, "Content-Type"));
		}
		if (Deviations.RAW_PAYLOADS.contains(operation.id()) && !isJson(http.body())) {
			return;
		}
		JsonElement value = JsonParser.parseString(http.body());
		JsonObject expected = schema;
		if (operation.id().equals("Query_GetTwins")) {
			expected = rows(problems, header(http, "x-ms-item-type"), schema);
		} else if (Deviations.BARE_ARRAYS.contains(operation.id())) {
			expected = arrayOf("JobResponse");
		}
		problems.addAll(new SchemaCheck(SWAGGER, false).problems(expected, value));
	}

	private static boolean isJson(String text) {
		try {
			JsonParser.parseString(text);
			return true;
		} catch (JsonParseException e) {
			return false;
		}
	}

	/** Only rows of type Twin are twins (contract §3.3). */
	private static JsonObject rows(List<String> problems, String type, JsonObject twins) {
		if (!Set.of("Twin", "Raw", "DeviceJob").contains(type)) {
			problems.add("x-ms-item-type is " + type);
		}
		return type.equals("Twin") ? twins : JsonParser.parseString("{\"type\":\"array\",\"items\":{\"type\":\"object\"}}")
				.getAsJsonObject();
	}

	private static JsonObject arrayOf(String definition) {
		return JsonParser
				.parseString("{\"type\":\"array\",\"items\":{\"$ref\":\"#/definitions/" + definition + "\"}}")
				.getAsJsonObject();
	}

	static String header(HttpResponse<String> http, String name) {
		return http.headers().firstValue(name).orElse("");
	}

	private static String method(HttpRequest request) {
		return request.headers().firstValue("X-HTTP-Method-Override").orElse(request.method()).toUpperCase(Locale.ROOT);
	}

	private static List<String> path(HttpRequest request) {
		String path = request.uri().getRawPath().substring(1).replace("+", "%2B");
		return List.of(URLDecoder.decode(path, StandardCharsets.UTF_8).replaceFirst("^/", "").split("/"));
	}
}
