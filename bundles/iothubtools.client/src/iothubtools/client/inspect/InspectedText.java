// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.inspect;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.ConnectionString;
import iothubtools.client.auth.Credential;
import iothubtools.client.auth.DeviceConnectionString;
import iothubtools.client.auth.EventHubConnectionString;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.auth.SharedAccessSignature;
import iothubtools.client.auth.TokenParts;
import iothubtools.client.errors.InvalidInputException;

/** A connection string or a SAS token that somebody was given, taken apart. Its text form is masked. */
public sealed interface InspectedText {

	/** What it opens. */
	enum Scope {
		/** A hub, as far as a policy may. */
		HUB,
		/** All devices of a hub. */
		ALL_DEVICES, DEVICE, MODULE,
		/** What devices send to a hub. */
		EVENTS,
		/** Something that is none of these. */
		OTHER
	}

	/** What it is. */
	Scope scope();

	/** Where it is for. */
	HubHost host();

	/** What it is for, e.g. {@code myhub.azure-devices.net/devices/dev-1}; ids in it are encoded. */
	String resource();

	/** The id of the device that it is for, or whose module it is for; what it gives where it is for none has no meaning. */
	default String deviceId() {
		String[] path = resource().split("(?i)/devices/", 2);
		String id = path[path.length - 1].split("/")[0];
		try {
			return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
		} catch (IllegalArgumentException e) {
			// it was encoded once only, and is decoded already
			return id;
		}
	}

	/** The policy whose rights it gives; null for a device's or module's own credential. */
	@Nullable
	String policy();

	/** When it ends; null for never. */
	@Nullable
	Instant expiry();

	/** Whether it has this key, or was signed with it. */
	boolean matches(SharedAccessKey key);

	/**
	 * Reads a text as it was pasted, with blanks and quotes around it, or as the value of an Authorization header.
	 *
	 * @throws InvalidInputException saying what is wrong with it; never repeats a key or a signature
	 */
	static InspectedText parse(String pasted) {
		String text = unquoted(pasted.strip());
		if (text.regionMatches(true, 0, "Authorization:", 0, 14)) {
			text = text.substring(14).strip();
		}
		if (text.startsWith("SharedAccessSignature ")) {
			return Token.of(SharedAccessSignature.parse(text));
		}
		return EventHubConnectionString.isOne(text) ? new EventHub(EventHubConnectionString.parse(text))
				: Connection.of(ConnectionString.parse(text));
	}

	private static String unquoted(String text) {
		boolean quoted = text.length() > 1 && (text.charAt(0) == '"' || text.charAt(0) == '\'') && text.endsWith(text.substring(0, 1));
		return quoted ? text.substring(1, text.length() - 1).strip() : text;
	}

	/**
	 * A connection string of a hub, a device or a module.
	 *
	 * @param connection as it was read
	 * @param token      what a token that stands in place of the key says; else null
	 */
	record Connection(ConnectionString connection, @Nullable TokenParts token) implements InspectedText {

		static Connection of(ConnectionString connection) {
			return new Connection(connection,
					connection.credential() instanceof SharedAccessSignature signature ? TokenParts.of(signature) : null);
		}

		@Override
		public Scope scope() {
			return connection instanceof HubConnectionString ? Scope.HUB
					: connection instanceof DeviceConnectionString ? Scope.DEVICE : Scope.MODULE;
		}

		@Override
		public HubHost host() {
			return connection.host();
		}

		@Override
		public String resource() {
			return connection.resource();
		}

		@Override
		public @Nullable String policy() {
			return connection.policy();
		}

		@Override
		public @Nullable Instant expiry() {
			return token == null ? null : token.expiry();
		}

		@Override
		public boolean matches(SharedAccessKey key) {
			Credential credential = connection.credential();
			return token == null ? credential.equals(key) : token.isSignedWith(key);
		}

		/** Masked. */
		@Override
		public String toString() {
			return connection.toString();
		}
	}

	/** A SAS token alone. */
	record Token(SharedAccessSignature token, TokenParts parts, HubHost host) implements InspectedText {

		static Token of(SharedAccessSignature token) {
			TokenParts parts = TokenParts.of(token);
			return new Token(token, parts, host(parts.resource()));
		}

		private static HubHost host(String resource) {
			try {
				return HubHost.parse(withoutScheme(resource).split("/", -1)[0]);
			} catch (InvalidInputException e) {
				throw new InvalidInputException("SharedAccessSignature", "the part sr does not begin with the host name of a hub");
			}
		}

		private static String withoutScheme(String resource) {
			int scheme = resource.indexOf("://");
			return scheme < 0 ? resource : resource.substring(scheme + 3);
		}

		@Override
		public Scope scope() {
			String[] path = withoutScheme(parts.resource()).replaceFirst("/$", "").split("/");
			String first = path.length > 1 ? path[1].toLowerCase(Locale.ROOT) : "";
			return switch (path.length) {
			case 1 -> Scope.HUB;
			case 2 -> first.equals("devices") ? Scope.ALL_DEVICES : Scope.OTHER;
			case 3 -> first.equals("devices") ? Scope.DEVICE : first.equals("messages") ? Scope.EVENTS : Scope.OTHER;
			case 5 -> first.equals("devices") && path[3].equalsIgnoreCase("modules") ? Scope.MODULE : Scope.OTHER;
			default -> Scope.OTHER;
			};
		}

		@Override
		public String resource() {
			return parts.resource();
		}

		@Override
		public @Nullable String policy() {
			return parts.policy();
		}

		@Override
		public @Nullable Instant expiry() {
			return parts.expiry();
		}

		@Override
		public boolean matches(SharedAccessKey key) {
			return parts.isSignedWith(key);
		}

		/** Masked. */
		@Override
		public String toString() {
			return "SharedAccessSignature sr=" + parts.resource() + "&sig=***&se=" + parts.expiry().getEpochSecond()
					+ (parts.policy() == null ? "" : "&skn=" + parts.policy());
		}
	}

	/** A connection string of the endpoint that is compatible with Event Hubs. */
	record EventHub(EventHubConnectionString connection) implements InspectedText {

		@Override
		public Scope scope() {
			return Scope.EVENTS;
		}

		@Override
		public HubHost host() {
			return connection.host();
		}

		@Override
		public String resource() {
			String entity = connection.entity();
			return connection.host().name() + (entity == null ? "" : "/" + entity);
		}

		@Override
		public @Nullable String policy() {
			return connection.policyName();
		}

		@Override
		public @Nullable Instant expiry() {
			return null;
		}

		@Override
		public boolean matches(SharedAccessKey key) {
			return connection.key().equals(key);
		}

		/** Masked. */
		@Override
		public String toString() {
			return connection.toString();
		}
	}
}
