// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.transport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.calls.Timeouts;
import iothubtools.client.internal.auth.TokenSource;
import iothubtools.client.internal.replies.HubReply;

/**
 * A request to the hub before it is signed. Immutable, so that it can be sent more than once.
 *
 * @param method     e.g. {@code PUT}
 * @param target     path and query, encoded
 * @param headers    in the order to send, Authorization not among them
 * @param body       not to be modified
 * @param hasBody    false for a request that is sent without a body, even an empty one
 * @param repeatable whether the request may be sent again after a failure that may pass
 * @param patience   how long the hub may take to answer, where that is longer than for other requests
 * @param maxReply   bytes of the longest body of a reply to this kind of request
 * @param answer     which replies with another status than 200 to 299 are no failures
 * @param tokens     asked for the Authorization header each time the request is sent
 */
public record HubRequest(String method, String target, Map<String, String> headers, byte[] body, boolean hasBody,
		boolean repeatable, @Nullable Duration patience, int maxReply, Predicate<HubReply> answer, TokenSource tokens) {

	/** The version of the REST API this client speaks (contract, "Base URL"). */
	public static final String API_VERSION = "api-version=2021-04-12";

	/** Bytes of the longest reply about one thing that is no twin; an identity has one or two thousand. */
	public static final int MAX_USUAL_REPLY = 1 << 20;
	/** Bytes of the longest twin: 72 KB of properties, but each with its dates. */
	public static final int MAX_TWIN = 8 << 20;
	/** Bytes of the longest list: a page of 1000 twins has a few megabytes. */
	public static final int MAX_LIST = 64 << 20;

	/**
	 * A request, without a body so far.
	 *
	 * @param path encoded; {@code api-version} is added
	 */
	public static Builder of(String method, String path, TokenSource tokens) {
		return of(method, path, "", tokens);
	}

	/**
	 * A request, without a body so far.
	 *
	 * @param query further parameters, encoded, without {@code api-version}; may be empty
	 */
	public static Builder of(String method, String path, String query, TokenSource tokens) {
		return new Builder(method, path + "?" + (query.isEmpty() ? "" : query + "&") + API_VERSION, tokens);
	}

	/** How long the hub may take to answer, given what is usual. */
	public Duration patience(Timeouts usual) {
		Duration own = patience;
		return own == null || own.compareTo(usual.response()) < 0 ? usual.response() : own;
	}

	/** Method and target; the body may hold keys. */
	@Override
	public String toString() {
		return method + " " + target;
	}

	/** Collects the parts of a request. */
	public static final class Builder {

		private static final byte[] NO_BODY = {};

		private final String method;
		private final String target;
		private final TokenSource tokens;
		private final Map<String, String> headers = new LinkedHashMap<>();
		private byte[] body = NO_BODY;
		private boolean hasBody;
		private boolean repeatable = true;
		private @Nullable Duration patience;
		private int maxReply = MAX_USUAL_REPLY;
		private Predicate<HubReply> answer = reply -> false;

		private Builder(String method, String target, TokenSource tokens) {
			this.method = method;
			this.target = target;
			this.tokens = tokens;
			headers.put("Accept", "application/json");
		}

		/** One more header; none if there is no value. */
		public Builder with(String name, @Nullable String value) {
			if (value != null) {
				headers.put(name, value);
			}
			return this;
		}

		/** The version the request is for, in quotes: unquoted, parts of the service ignore it (contract §9.4). */
		public Builder ifMatch(@Nullable String etag) {
			return with("If-Match", etag == null || etag.equals("*") || etag.startsWith("\"") ? etag : '"' + etag + '"');
		}

		/** A body of JSON. */
		public Builder withJson(String json) {
			return withBody("application/json; charset=utf-8", json.getBytes(StandardCharsets.UTF_8));
		}

		/** A body. */
		public Builder withBody(String contentType, byte[] bytes) {
			body = bytes;
			hasBody = true;
			return with("Content-Type", contentType);
		}

		/** A body of no bytes, for what must have a length (contract §9.20). */
		public Builder withEmptyBody() {
			hasBody = true;
			return this;
		}

		/** Sent once, whatever comes of it: what it does must not be done twice. */
		public Builder once() {
			repeatable = false;
			return this;
		}

		/** The hub may take this long before it answers. */
		public Builder patience(Duration duration) {
			patience = duration;
			return this;
		}

		/** The reply may have this many bytes, where that is more than usual. */
		public Builder maxReply(int bytes) {
			maxReply = bytes;
			return this;
		}

		/** Some replies that look like errors are none. */
		public Builder answeredAlsoBy(Predicate<HubReply> condition) {
			answer = condition;
			return this;
		}

		/** The request. */
		public HubRequest build() {
			return new HubRequest(method, target, Collections.unmodifiableMap(headers), body, hasBody, repeatable, patience,
					maxReply, answer, tokens);
		}
	}
}
