// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.tls;

import java.io.IOException;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.wildfly.security.asn1.ASN1Encoder;
import org.wildfly.security.x500.GeneralName;
import org.wildfly.security.x500.cert.X509CertificateExtension;

/**
 * What servers a hub's CA may vouch for: names and addresses that nobody has on the Internet, and those of the hub. A person trusts that
 * CA on a machine that other servers are called from, and its key is only a file.
 */
final class LocalNames extends X509CertificateExtension {

	/** With the names below them; of RFC 6761, 6762, 8375 and ICANN's resolution on .internal. */
	private static final List<String> DOMAINS = List.of("localhost", "local", "test", "internal", "home.arpa");
	/** Loopback, private and link-local ones, each with its mask. */
	private static final List<String> NETWORKS = List.of("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16",
			"::1/128", "fc00::/7", "fe80::/10");

	private static final int DNS = 2;
	private static final int ADDRESS = 7;
	private static final boolean NOT_CRITICAL = false;

	private static final String ID = "2.5.29.30";
	/** What stands before the names that are allowed; others could be forbidden. */
	private static final int PERMITTED = 0;

	private final List<GeneralName> permitted = new ArrayList<>();

	/** And these names. Not critical, as RFC 5280 wants it: TLS of small devices does not know it, and would take no such CA. */
	LocalNames(Set<String> names) {
		super(NOT_CRITICAL);
		Set<String> domains = new TreeSet<>(DOMAINS);
		NETWORKS.forEach(network -> permitted.add(network(network)));
		for (String name : names) {
			byte[] address = AlternativeNames.address(name);
			if (address == null) {
				domains.add(name);
			} else {
				permitted.add(network(name + '/' + address.length * Byte.SIZE));
			}
		}
		domains.forEach(domain -> permitted.add(new GeneralName.DNSName(domain)));
	}

	/** Whether a CA may vouch for a server of these names; one that is not constrained may. */
	static boolean permits(X509Certificate authority, Set<String> names) throws IOException {
		X509CertSelector selector = new X509CertSelector();
		for (String name : names) {
			byte[] address = AlternativeNames.address(name);
			if (address == null) {
				selector.addPathToName(DNS, name);
			} else {
				selector.addPathToName(ADDRESS, AlternativeNames.normal(name));
			}
		}
		return selector.match(authority);
	}

	@Override
	public String getId() {
		return ID;
	}

	@Override
	@NonNullByDefault({}) // as in ASN1Encodable
	public void encodeTo(ASN1Encoder encoder) {
		// not the library's own NameConstraintsExtension, which is always critical and loses its names
		encoder.startSequence();
		encoder.startExplicit(PERMITTED);
		for (GeneralName name : permitted) {
			encoder.startSequence();
			name.encodeTo(encoder);
			encoder.endSequence();
		}
		encoder.endExplicit();
		encoder.endSequence();
	}

	/** An address and how many bits of it count, as the address and a mask. */
	private static GeneralName network(String text) {
		int slash = text.indexOf('/');
		byte[] address = AlternativeNames.address(text.substring(0, slash));
		if (address == null) {
			throw new IllegalArgumentException(text);
		}
		byte[] masked = Arrays.copyOf(address, 2 * address.length);
		int bits = Integer.parseInt(text.substring(slash + 1));
		for (int i = 0; i < bits; i++) {
			masked[address.length + i / Byte.SIZE] |= (byte) (1 << Byte.SIZE - 1 - i % Byte.SIZE);
		}
		return new GeneralName.IPAddress(masked);
	}
}
