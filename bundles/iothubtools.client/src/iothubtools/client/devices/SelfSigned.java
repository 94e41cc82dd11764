// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.devices;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.Credential;
import iothubtools.client.auth.KeySlot;
import iothubtools.client.auth.X509Credential;
import iothubtools.client.errors.InvalidInputException;

/**
 * The device shows a certificate whose thumbprint the hub knows. The hub also takes an identity without any.
 *
 * @param primaryThumbprint   40 or 64 hex digits without separators, see {@link Thumbprints#parse}
 * @param secondaryThumbprint as the primary
 */
public record SelfSigned(@Nullable String primaryThumbprint, @Nullable String secondaryThumbprint)
		implements DeviceAuthentication {

	/** The value of {@code authentication.type}. */
	public static final String TYPE = "selfSigned";

	@Override
	public String type() {
		return TYPE;
	}

	/**
	 * Certificates by thumbprints as a person gives them.
	 *
	 * @throws InvalidInputException for {@code primaryThumbprint} or {@code secondaryThumbprint}
	 */
	public static SelfSigned parse(String primary, @Nullable String secondary) {
		return new SelfSigned(thumbprint("primaryThumbprint", primary),
				secondary == null ? null : thumbprint("secondaryThumbprint", secondary));
	}

	private static String thumbprint(String field, String text) {
		String problem = Thumbprints.problem(text);
		if (problem != null) {
			throw new InvalidInputException(field, problem);
		}
		return Thumbprints.parse(text);
	}

	@Override
	public @Nullable Credential credential(KeySlot slot) {
		return new X509Credential();
	}
}
