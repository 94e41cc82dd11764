// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests.swagger;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * The service's own description of its operations, Swagger 2.0, as Microsoft published it (see NOTICE.md beside the file).
 *
 * @param operations   all operations
 * @param definitions  the schemas by name
 */
public record Swagger(List<SwaggerOperation> operations, JsonObject definitions) {

	/** Version 2021-04-12. */
	public static final Swagger SERVICE = read("/swagger/service.json");

	private static final String REFERENCE = "#/definitions/";

	private static Swagger read(String resource) {
		try (InputStream in = Swagger.class.getResourceAsStream(resource);
				Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
			JsonObject swagger = JsonParser.parseReader(reader).getAsJsonObject();
			List<SwaggerOperation> operations = new ArrayList<>();
			for (Entry<String, JsonElement> path : swagger.getAsJsonObject("paths").entrySet()) {
				for (Entry<String, JsonElement> method : path.getValue().getAsJsonObject().entrySet()) {
					operations.add(SwaggerOperation.of(method.getKey(), path.getKey(), method.getValue().getAsJsonObject()));
				}
			}
			return new Swagger(List.copyOf(operations), swagger.getAsJsonObject("definitions"));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The operation at a path; where several match, the one with most fixed words. */
	public Optional<SwaggerOperation> find(String method, List<String> path) {
		return operations.stream().filter(operation -> operation.matches(method, path))
				.max((one, other) -> Long.compare(one.fixedWords(), other.fixedWords()));
	}

	/** The name of a schema, empty when it has none. */
	String nameOf(JsonObject schema) {
		JsonElement reference = schema.get("$ref");
		return reference == null ? "" : reference.getAsString().substring(REFERENCE.length());
	}

	/** The schema itself where one refers to another. */
	JsonObject resolved(JsonObject schema) {
		String name = nameOf(schema);
		return name.isEmpty() ? schema : definitions.getAsJsonObject(name);
	}

	/** The names of all errors the service has. */
	Set<String> errorNames() {
		return definitions.getAsJsonObject("DeviceRegistryOperationError").getAsJsonObject("properties")
				.getAsJsonObject("errorCode").getAsJsonArray("enum").asList().stream().map(JsonElement::getAsString)
				.collect(Collectors.toSet());
	}
}
