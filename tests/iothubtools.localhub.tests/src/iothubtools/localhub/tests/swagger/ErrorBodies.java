// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests.swagger;

import java.net.http.HttpResponse;
import java.util.List;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/** The bodies of errors, of which the Swagger says nothing: three shapes and a header with the error's name (contract §5.1). */
final class ErrorBodies {

	private static final String NUMBER = "errorCode";

	private ErrorBodies() {
	}

	static void check(List<String> problems, Swagger swagger, HttpResponse<String> http) {
		String name = SwaggerCheck.header(http, "iothub-errorcode");
		if (!swagger.errorNames().contains(name) && !Deviations.MORE_ERRORS.contains(name)) {
			problems.add("iothub-errorcode is no name of the service: " + name);
		}
		// a HEAD request's error has none, and neither may have that of a front end
		if (!http.body().isEmpty() && !isOfAShape(http.body(), http.statusCode())) {
			problems.add("the body is none of an error");
		}
	}

	private static boolean isOfAShape(String body, int status) {
		try {
			JsonObject json = JsonParser.parseString(body).getAsJsonObject();
			if (json.has(NUMBER)) {
				return isNumbered(json, status);
			}
			if (json.has("rotatedKeys")) {
				return json.get("errors").isJsonArray(); // an operation the Swagger does not have, whose 400 has a body of its own
			}
			String message = json.get("Message").getAsString();
			return json.has("ExceptionMessage") && (message.startsWith("ErrorCode:")
					|| isNumbered(JsonParser.parseString(message).getAsJsonObject(), status));
		} catch (JsonParseException | IllegalStateException | NullPointerException e) {
			return false;
		}
	}

	/** The number begins with the HTTP status. */
	private static boolean isNumbered(JsonObject json, int status) {
		JsonElement number = json.get(NUMBER);
		return number != null && number.getAsInt() / 1000 == status && json.has("message") && json.has("trackingId")
				&& json.has("timestampUtc");
	}
}
