// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.devices;

import java.util.Base64;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.json.JsonMembers;

/** Reads the member authentication of an identity: types, keys and thumbprints and what must not be mixed (contract §4). */
public final class CredentialRules {

	private static final Pattern THUMBPRINT = Pattern.compile("[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64}");
	private static final int MIN_KEY_BYTES = 16;
	private static final int MAX_KEY_BYTES = 64;

	private CredentialRules() {
	}

	/** The credentials a device is to have; new keys where one with keys names none. */
	static Credentials ofDevice(JsonMembers authentication) {
		if (isNone(authentication)) {
			throw new HubError(ErrorCode.DEVICE_AUTHENTICATION_TYPE_IS_MISSING, "A device needs an authentication type.");
		}
		return read(authentication);
	}

	/** The credentials a module is to have: as a device's, but type none gets keys. */
	public static Credentials ofModule(JsonMembers authentication) {
		return isNone(authentication) ? Credentials.newKeys().with(CertificatePolicy.of(authentication)) : read(authentication);
	}

	private static boolean isNone(JsonMembers authentication) {
		return AuthenticationType.NONE.wireName().equalsIgnoreCase(authentication.string("type"));
	}

	private static Credentials read(JsonMembers authentication) {
		JsonMembers keys = authentication.object("symmetricKey");
		String primaryKey = emptyAsMissing(keys.string("primaryKey"));
		String secondaryKey = emptyAsMissing(keys.string("secondaryKey"));
		JsonMembers thumbprints = authentication.object("x509Thumbprint");
		String primaryThumbprint = thumbprint(thumbprints.string("primaryThumbprint"));
		String secondaryThumbprint = thumbprint(thumbprints.string("secondaryThumbprint"));
		boolean anyKey = primaryKey != null || secondaryKey != null;
		boolean anyThumbprint = primaryThumbprint != null || secondaryThumbprint != null;
		if (anyKey && anyThumbprint) {
			throw HubError.argumentInvalid("An identity cannot specify both symmetric keys and thumbprints.");
		}
		AuthenticationType type = type(authentication.string("type"), anyThumbprint);
		if (anyKey && type != AuthenticationType.SAS || anyThumbprint && type != AuthenticationType.SELF_SIGNED) {
			throw HubError.argumentInvalid("Authentication type " + type.wireName() + " does not go with these credentials.");
		}
		Credentials credentials = switch (type) {
		case SAS -> keys(primaryKey, secondaryKey);
		case SELF_SIGNED -> Credentials.ofThumbprints(primaryThumbprint, secondaryThumbprint);
		case CERTIFICATE_AUTHORITY -> Credentials.ofAuthority();
		case NONE -> Credentials.none();
		};
		return credentials.with(CertificatePolicy.of(authentication));
	}

	/** Clients older than the member type give thumbprints without it. */
	private static AuthenticationType type(@Nullable String name, boolean anyThumbprint) {
		if (name == null) {
			return anyThumbprint ? AuthenticationType.SELF_SIGNED : AuthenticationType.SAS;
		}
		AuthenticationType type = AuthenticationType.find(name);
		if (type != null) {
			return type;
		}
		throw HubError.argumentInvalid("The authentication type must be sas, selfSigned or certificateAuthority.");
	}

	private static Credentials keys(@Nullable String primary, @Nullable String secondary) {
		if (primary == null && secondary == null) {
			return Credentials.newKeys();
		}
		if (primary == null || secondary == null) {
			throw HubError.argumentInvalid("Either no keys or both keys can be set.");
		}
		checkKey(primary);
		checkKey(secondary);
		return Credentials.ofKeys(primary, secondary);
	}

	private static void checkKey(String key) {
		int length;
		try {
			length = Base64.getDecoder().decode(key).length;
		} catch (IllegalArgumentException e) {
			throw HubError.argumentInvalid("A device key must be base64.");
		}
		if (length < MIN_KEY_BYTES || length > MAX_KEY_BYTES) {
			throw HubError.argumentInvalid("Invalid device key length. It must be 16 to 64 bytes.");
		}
	}

	/** Clients that have no credentials yet send empty ones. */
	private static @Nullable String emptyAsMissing(@Nullable String text) {
		return text == null || text.isEmpty() ? null : text;
	}

	private static @Nullable String thumbprint(@Nullable String given) {
		String text = emptyAsMissing(given);
		if (text == null) {
			return null;
		}
		if (!THUMBPRINT.matcher(text).matches()) {
			throw HubError.argumentInvalid("StringIsNotThumbprint: a thumbprint must be 40 or 64 hexadecimal digits.");
		}
		return text;
	}
}
