// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

/** The names in a certificate, in one spelling, so that they can be compared with those it should have. */
final class AlternativeNames {

	private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

	private AlternativeNames() {
	}

	/** The DNS names and addresses a certificate is for. */
	static Set<String> of(X509Certificate certificate) throws CertificateParsingException {
		Set<String> names = new TreeSet<>();
		Collection<List<?>> entries = certificate.getSubjectAlternativeNames();
		if (entries != null) {
			for (List<?> entry : entries) {
				names.add(normal(String.valueOf(entry.get(1))));
			}
		}
		return names;
	}

	/** The same names in the same spelling. */
	static Set<String> of(Set<String> names) {
		Set<String> normal = new TreeSet<>();
		names.forEach(name -> normal.add(normal(name)));
		return normal;
	}

	/** The bytes of an address, or null when it is a name. No name is looked up. */
	static byte @Nullable [] address(String text) {
		if (text.indexOf(':') < 0 && !IPV4.matcher(text).matches()) {
			return null;
		}
		try {
			return InetAddress.getByName(text).getAddress();
		} catch (UnknownHostException e) {
			return null;
		}
	}

	/** One name in that spelling. */
	static String normal(String name) {
		byte[] address = address(name);
		try {
			return address == null ? name.toLowerCase(Locale.ROOT) : InetAddress.getByAddress(address).getHostAddress();
		} catch (UnknownHostException e) {
			throw new IllegalStateException("an address of an address's length", e);
		}
	}
}
