// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.messages;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A device-to-cloud message (contract §3.12): a body, the system properties and any application properties. A message can
 * be built that the hub would refuse, so that a form can show how far off it is; {@link #problem()} says why.
 */
public final class DeviceMessage {

	/** Bytes of the largest message the hub takes: 256 KB, see {@link #size()}. */
	public static final long MAX_SIZE = 256 * 1024;

	private final byte[] body;
	private final @Nullable String contentType;
	private final @Nullable String contentEncoding;
	private final @Nullable String messageId;
	private final @Nullable String correlationId;
	private final Map<String, String> properties;

	private DeviceMessage(Builder builder) {
		body = builder.body;
		contentType = builder.contentType;
		contentEncoding = builder.contentEncoding;
		messageId = builder.messageId;
		correlationId = builder.correlationId;
		properties = Collections.unmodifiableMap(new LinkedHashMap<>(builder.properties));
	}

	/** A message with an empty body and no properties. */
	public static Builder builder() {
		return new Builder();
	}

	/** A copy of the body. */
	public byte[] body() {
		return body.clone();
	}

	/** The type of the payload, e.g. {@code application/json}; the hub can look into the body only if this is set. */
	public @Nullable String contentType() {
		return contentType;
	}

	/** The encoding of the payload, e.g. {@code utf-8}. */
	public @Nullable String contentEncoding() {
		return contentEncoding;
	}

	/** What the receiver tells messages apart by. */
	public @Nullable String messageId() {
		return messageId;
	}

	/** The message or conversation this one belongs to. */
	public @Nullable String correlationId() {
		return correlationId;
	}

	/** The application properties in the order they were added. */
	public Map<String, String> properties() {
		return properties;
	}

	/** Bytes as the hub counts them: body, values of system properties, names and values of application properties. */
	public long size() {
		long size = body.length + Stream.of(contentType, contentEncoding, messageId, correlationId)
				.filter(Objects::nonNull).mapToLong(String::length).sum();
		for (Map.Entry<String, String> property : properties.entrySet()) {
			size += property.getKey().length() + property.getValue().length();
		}
		return size;
	}

	/** Why the hub would not take the message, in plain English with the property and the character; null if it would. */
	public @Nullable String problem() {
		return MessageCheck.problem(this);
	}

	/** Size only. */
	@Override
	public String toString() {
		return "DeviceMessage[" + size() + " bytes, properties " + properties.keySet() + "]";
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof DeviceMessage that && Arrays.equals(that.body, body)
				&& that.properties.equals(properties) && Objects.equals(that.contentType, contentType)
				&& Objects.equals(that.contentEncoding, contentEncoding) && Objects.equals(that.messageId, messageId)
				&& Objects.equals(that.correlationId, correlationId);
	}

	@Override
	public int hashCode() {
		return Objects.hash(Arrays.hashCode(body), contentType, contentEncoding, messageId, correlationId, properties);
	}

	/** Collects the parts of a message; empty text counts as not given. */
	public static final class Builder {

		private byte[] body = {};
		private @Nullable String contentType;
		private @Nullable String contentEncoding;
		private @Nullable String messageId;
		private @Nullable String correlationId;
		private final Map<String, String> properties = new LinkedHashMap<>();

		private Builder() {
		}

		/** The payload, of any kind. */
		public Builder body(byte[] bytes) {
			body = bytes.clone();
			return this;
		}

		/** The type of the payload, e.g. {@code application/json}. */
		public Builder contentType(@Nullable String type) {
			contentType = emptyToNull(type);
			return this;
		}

		/** The encoding of the payload, e.g. {@code utf-8}. */
		public Builder contentEncoding(@Nullable String encoding) {
			contentEncoding = emptyToNull(encoding);
			return this;
		}

		/** See {@link MessageRules#idProblem} for what it may be. */
		public Builder messageId(@Nullable String id) {
			messageId = emptyToNull(id);
			return this;
		}

		/** See {@link MessageRules#idProblem} for what it may be. */
		public Builder correlationId(@Nullable String id) {
			correlationId = emptyToNull(id);
			return this;
		}

		/** Adds an application property, or replaces the one of that name. */
		public Builder property(String name, String value) {
			properties.put(name, value);
			return this;
		}

		/** The message, whether the hub would take it or not; the builder can go on being used. */
		public DeviceMessage build() {
			return new DeviceMessage(this);
		}

		private static @Nullable String emptyToNull(@Nullable String text) {
			return text == null || text.isEmpty() ? null : text;
		}
	}
}
