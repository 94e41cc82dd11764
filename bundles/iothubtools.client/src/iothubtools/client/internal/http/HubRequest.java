// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import iothubtools.client.internal.auth.TokenSource;

/**
 * A request to the hub before it is signed. Immutable, so that it can be sent more than once.
 *
 * @param method  e.g. {@code PUT}
 * @param target  path and query, encoded
 * @param headers in the order to send, Authorization not among them
 * @param body    not to be modified
 * @param hasBody false for a request that is sent without a body, even an empty one
 * @param tokens  asked for the Authorization header each time the request is sent
 */
public record HubRequest(String method, String target, Map<String, String> headers, byte[] body, boolean hasBody,
		TokenSource tokens) {

	/** The version of the REST API this client speaks (contract, "Base URL"). */
	public static final String API_VERSION = "api-version=2021-04-12";

	private static final byte[] NO_BODY = {};

	/**
	 * A request without a body.
	 *
	 * @param path encoded; {@code api-version} is added
	 */
	public static HubRequest of(String method, String path, TokenSource tokens) {
		return of(method, path, "", tokens);
	}

	/**
	 * A request without a body.
	 *
	 * @param query further parameters, encoded, without {@code api-version}; may be empty
	 */
	public static HubRequest of(String method, String path, String query, TokenSource tokens) {
		String target = path + "?" + (query.isEmpty() ? "" : query + "&") + API_VERSION;
		return new HubRequest(method, target, Map.of("Accept", "application/json"), NO_BODY, false, tokens);
	}

	/** The request with one more header. */
	public HubRequest with(String name, String value) {
		Map<String, String> more = new LinkedHashMap<>(headers);
		more.put(name, value);
		return new HubRequest(method, target, Collections.unmodifiableMap(more), body, hasBody, tokens);
	}

	/** The request with a body of JSON. */
	public HubRequest withJson(String json) {
		return withBody("application/json; charset=utf-8", json.getBytes(StandardCharsets.UTF_8));
	}

	/** The request with a body. */
	public HubRequest withBody(String contentType, byte[] bytes) {
		HubRequest typed = with("Content-Type", contentType);
		return new HubRequest(method, target, typed.headers, bytes, true, tokens);
	}

	/** Method and target; the body may hold keys. */
	@Override
	public String toString() {
		return method + " " + target;
	}
}
