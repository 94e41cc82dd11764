// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.device;

/** The ways of authentication a person can give a new device (contract §4). */
public enum AuthenticationChoice {
	SYMMETRIC_KEY("symmetricKey"), SELF_SIGNED("selfSigned"), CERTIFICATE_AUTHORITY("certificateAuthority");

	private final String id;

	AuthenticationChoice(String id) {
		this.id = id;
	}

	/** Id of the radio button, see {@link iothubtools.ui.internal.WidgetIds}. */
	public String id() {
		return id;
	}

	/** What the radio button says. */
	String label() {
		return switch (this) {
		case SYMMETRIC_KEY -> Messages.Authentication_symmetric_key;
		case SELF_SIGNED -> Messages.Authentication_self_signed;
		case CERTIFICATE_AUTHORITY -> Messages.Authentication_certificate_authority;
		};
	}
}
