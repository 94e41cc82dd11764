// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.devices;

import java.io.IOException;

import com.google.gson.stream.JsonWriter;

/** Writes the member authentication of identities, nulls included (contract §4). */
public final class CredentialsJson {

	private CredentialsJson() {
	}

	/** Writes the object; it contains keys. */
	public static void write(JsonWriter json, Credentials credentials) throws IOException {
		json.beginObject();
		json.name("symmetricKey").beginObject();
		json.name("primaryKey").value(credentials.primaryKey());
		json.name("secondaryKey").value(credentials.secondaryKey());
		json.endObject();
		json.name("x509Thumbprint").beginObject();
		json.name("primaryThumbprint").value(credentials.primaryThumbprint());
		json.name("secondaryThumbprint").value(credentials.secondaryThumbprint());
		json.endObject();
		json.name("type").value(credentials.type().wireName());
		write(json, credentials.policy());
		json.endObject();
	}

	/** Clients older than these members are not to meet them as nulls. */
	private static void write(JsonWriter json, CertificatePolicy policy) throws IOException {
		if (policy.resourceId() != null) {
			json.name("policyResourceId").value(policy.resourceId());
		}
		String validation = policy.caValidation();
		if (validation != null) {
			json.name("x509CaValidation").jsonValue(validation);
		}
	}
}
