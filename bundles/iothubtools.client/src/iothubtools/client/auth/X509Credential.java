// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.auth;

/** The device proves itself with a client certificate, which is not part of the connection string: {@code x509=true}. */
public record X509Credential() implements Credential {

	@Override
	public String format() {
		return "x509=true";
	}

	@Override
	public String formatMasked() {
		return format();
	}
}
