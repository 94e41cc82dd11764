// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;

/** Whether there is something to say about the CA of a hub that starts. */
final class CaNote {

	private static final String NAME_CONSTRAINTS = "2.5.29.30";
	private static final byte[] NONE = new byte[0];

	private final byte[] before;

	private CaNote(byte[] before) {
		this.before = before;
	}

	/** Asked before the hub starts, with the directory of its data. */
	static CaNote before(Path directory) {
		return new CaNote(read(directory.resolve("ca.pem")));
	}

	/** What to say about the CA that the hub has when it has started; empty when there is nothing. */
	String text(Path pem) {
		byte[] now = read(pem);
		if (before.length > 0 && !Arrays.equals(before, now)) {
			return "this CA is new, as the one before was not for the names of this hub, was about to expire or had no key."
					+ " Clients have to trust it.";
		}
		if (isForAnyServer(now)) {
			return "this CA is of an older version and may vouch for any server. For one that is for local names alone, stop the hub,"
					+ " delete ca.pem and ca.key, start it and trust the new one.";
		}
		return "";
	}

	/** The hub reads it, too, and tells what is wrong with it; a note is not worth more. */
	private static byte[] read(Path pem) {
		try {
			return Files.exists(pem) ? Files.readAllBytes(pem) : NONE;
		} catch (IOException e) {
			return NONE;
		}
	}

	/** Whether a hub made it that did not confine its CA to local names yet. */
	private static boolean isForAnyServer(byte[] pem) {
		try {
			X509Certificate ca = (X509Certificate) CertificateFactory.getInstance("X.509")
					.generateCertificate(new ByteArrayInputStream(pem));
			return ca.getExtensionValue(NAME_CONSTRAINTS) == null;
		} catch (CertificateException e) {
			return false;
		}
	}
}
