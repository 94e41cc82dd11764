// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.devices;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonObject;

import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.internal.json.JsonFields;

/** The member {@code authentication} of a device identity (contract §4). */
final class AuthenticationJson {

	static final String MEMBER = "authentication";
	private static final String TYPE = "type";
	private static final String KEYS = "symmetricKey";
	private static final String PRIMARY_KEY = "primaryKey";
	private static final String SECONDARY_KEY = "secondaryKey";
	private static final String THUMBPRINTS = "x509Thumbprint";
	private static final String PRIMARY_THUMBPRINT = "primaryThumbprint";
	private static final String SECONDARY_THUMBPRINT = "secondaryThumbprint";

	private AuthenticationJson() {
	}

	static DeviceAuthentication read(JsonObject device) {
		JsonObject json = JsonFields.object(device, MEMBER);
		String type = JsonFields.text(json, TYPE);
		JsonObject keys = JsonFields.object(json, KEYS);
		if (type == null) {
			return json == null ? SymmetricKeys.generatedByHub() : keys(keys);
		}
		return switch (type) {
		case SymmetricKeys.TYPE -> keys(keys);
		case SelfSigned.TYPE -> thumbprints(JsonFields.object(json, THUMBPRINTS));
		case CertificateAuthority.TYPE -> new CertificateAuthority();
		case NoAuthentication.TYPE -> new NoAuthentication();
		default -> new UnknownAuthentication(type);
		};
	}

	private static DeviceAuthentication keys(@Nullable JsonObject json) {
		try {
			return new SymmetricKeys(key(json, PRIMARY_KEY), key(json, SECONDARY_KEY));
		} catch (InvalidInputException e) {
			// keys of a format that is not known here stay in the JSON and go back as they came
			return new UnknownAuthentication(SymmetricKeys.TYPE);
		}
	}

	private static @Nullable SharedAccessKey key(@Nullable JsonObject json, String name) {
		String text = JsonFields.text(json, name);
		return text == null || text.isEmpty() ? null : SharedAccessKey.parse(text);
	}

	private static SelfSigned thumbprints(@Nullable JsonObject json) {
		return new SelfSigned(JsonFields.text(json, PRIMARY_THUMBPRINT), JsonFields.text(json, SECONDARY_THUMBPRINT));
	}

	/** Replaces the credentials; other members of {@code authentication} stay. */
	static void write(JsonObject device, DeviceAuthentication authentication) {
		JsonObject json = JsonFields.object(device, MEMBER);
		if (json == null) {
			json = new JsonObject();
			device.add(MEMBER, json);
		}
		// the hub refuses an identity with both kinds of credentials
		json.remove(KEYS);
		json.remove(THUMBPRINTS);
		if (authentication instanceof SymmetricKeys keys && keys.primary() != null) {
			json.add(KEYS, pair(PRIMARY_KEY, reveal(keys.primary()), SECONDARY_KEY, reveal(keys.secondary())));
		} else if (authentication instanceof SelfSigned certificates) {
			json.add(THUMBPRINTS, pair(PRIMARY_THUMBPRINT, certificates.primaryThumbprint(), SECONDARY_THUMBPRINT,
					certificates.secondaryThumbprint()));
		}
		json.addProperty(TYPE, authentication.type());
	}

	private static @Nullable String reveal(@Nullable SharedAccessKey key) {
		return key == null ? null : key.reveal();
	}

	private static JsonObject pair(String first, @Nullable String firstValue, String second,
			@Nullable String secondValue) {
		JsonObject pair = new JsonObject();
		pair.addProperty(first, firstValue);
		pair.addProperty(second, secondValue);
		return pair;
	}
}
