// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.devices;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.auth.RandomKeys;
import iothubtools.localhub.internal.auth.SharedAccessSignature;
import iothubtools.localhub.internal.errors.HubError;

/**
 * What a device proves itself with.
 *
 * @param type                 how
 * @param primaryKey           base64, of sas devices only
 * @param secondaryKey         base64, of sas devices only
 * @param primaryThumbprint    hex, of selfSigned devices only, may be missing there too
 * @param secondaryThumbprint  hex, of selfSigned devices only, may be missing there too
 * @param policy               what is kept and means nothing here
 */
public record Credentials(AuthenticationType type, @Nullable String primaryKey, @Nullable String secondaryKey,
		@Nullable String primaryThumbprint, @Nullable String secondaryThumbprint, CertificatePolicy policy) {

	private Credentials(AuthenticationType type, @Nullable String primaryKey, @Nullable String secondaryKey,
			@Nullable String primaryThumbprint, @Nullable String secondaryThumbprint) {
		this(type, primaryKey, secondaryKey, primaryThumbprint, secondaryThumbprint, CertificatePolicy.NONE);
	}

	/** Two given symmetric keys. */
	public static Credentials ofKeys(String primary, String secondary) {
		return new Credentials(AuthenticationType.SAS, primary, secondary, null, null);
	}

	/** Two new random symmetric keys. */
	public static Credentials newKeys() {
		return ofKeys(RandomKeys.next(), RandomKeys.next());
	}

	/** A self-signed certificate by its thumbprints. */
	public static Credentials ofThumbprints(@Nullable String primary, @Nullable String secondary) {
		return new Credentials(AuthenticationType.SELF_SIGNED, null, null, primary, secondary);
	}

	/** A certificate of a verified authority. */
	public static Credentials ofAuthority() {
		return new Credentials(AuthenticationType.CERTIFICATE_AUTHORITY, null, null, null, null);
	}

	/** Nothing to prove itself with. */
	public static Credentials none() {
		return new Credentials(AuthenticationType.NONE, null, null, null, null);
	}

	/** The same with another policy. */
	public Credentials with(CertificatePolicy newPolicy) {
		return new Credentials(type, primaryKey, secondaryKey, primaryThumbprint, secondaryThumbprint, newPolicy);
	}

	/**
	 * The same with one or both keys new.
	 *
	 * @throws HubError 400 when there are no keys
	 */
	public Credentials renewed(boolean primary, boolean secondary) {
		String first = primaryKey;
		String second = secondaryKey;
		if (first == null || second == null) {
			throw HubError.argumentInvalid("The identity has no symmetric keys.");
		}
		return ofKeys(primary ? RandomKeys.next() : first, secondary ? RandomKeys.next() : second).with(policy);
	}

	/** Whether one of its two keys signed a token. */
	public boolean signed(SharedAccessSignature token) {
		String primary = primaryKey;
		String secondary = secondaryKey;
		return primary != null && secondary != null && (token.isSignedWith(primary) || token.isSignedWith(secondary));
	}

	/** The type alone: keys are secrets. */
	@Override
	public String toString() {
		return type.wireName();
	}
}
