// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.devices;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.json.JsonMembers;

/**
 * Members of authentication since api-version 2026-11-01-preview (contract §11) that say which certificates Azure's device registry issues:
 * whoever sets them finds them again. This hub has no such registry, so they do nothing.
 *
 * @param resourceId   policyResourceId, null when it is not set
 * @param caValidation x509CaValidation as JSON, null when it is not set
 */
public record CertificatePolicy(@Nullable String resourceId, @Nullable String caValidation) {

	/** Neither is set. */
	public static final CertificatePolicy NONE = new CertificatePolicy(null, null);

	/** Characters of each; an identity is small, and the service has a bound, too, which nobody has written down. */
	private static final int MOST = 2048;

	/**
	 * Reads them.
	 *
	 * @throws HubError 400 when one is too long, or the id is no string
	 */
	static CertificatePolicy of(JsonMembers authentication) {
		String id = authentication.string("policyResourceId");
		JsonElement validation = authentication.element("x509CaValidation");
		String text = validation == null || validation.isJsonNull() ? null : Json.text(validation);
		check("policyResourceId", id);
		check("x509CaValidation", text);
		return id == null && text == null ? NONE : new CertificatePolicy(id, text);
	}

	private static void check(String name, @Nullable String value) {
		if (value != null && value.length() > MOST) {
			throw HubError.argumentInvalid("The " + name + " must not be longer than " + MOST + " characters.");
		}
	}
}
