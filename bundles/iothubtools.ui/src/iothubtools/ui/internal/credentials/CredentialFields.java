// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.credentials;

/** Ids of the fields for thumbprints, and of the dialog that makes a certificate. */
public final class CredentialFields {

	public static final String PRIMARY_THUMBPRINT = "primaryThumbprint";
	public static final String SECONDARY_THUMBPRINT = "secondaryThumbprint";
	public static final String BROWSE_PRIMARY = "browsePrimary";
	public static final String BROWSE_SECONDARY = "browseSecondary";
	public static final String MAKE_PRIMARY = "makePrimary";
	public static final String MAKE_SECONDARY = "makeSecondary";
	public static final String THUMBPRINT_ALGORITHM = "thumbprintAlgorithm";
	public static final String THUMBPRINT_HINT = "thumbprintHint";
	public static final String FILE = "certificateFile";
	public static final String BROWSE_FILE = "browseCertificateFile";
	public static final String FILES = "certificateFiles";
	public static final String DAYS = "certificateDays";
	public static final String PASSWORD = "keyStorePassword";
	public static final String PASSWORD_AGAIN = "keyStorePasswordAgain";

	private CredentialFields() {
	}
}
