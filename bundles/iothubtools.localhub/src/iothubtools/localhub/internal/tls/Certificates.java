// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.security.auth.x500.X500Principal;

import org.wildfly.security.x500.GeneralName;
import org.wildfly.security.x500.cert.BasicConstraintsExtension;
import org.wildfly.security.x500.cert.ExtendedKeyUsageExtension;
import org.wildfly.security.x500.cert.KeyUsage;
import org.wildfly.security.x500.cert.KeyUsageExtension;
import org.wildfly.security.x500.cert.SubjectAlternativeNamesExtension;
import org.wildfly.security.x500.cert.X509CertificateBuilder;

/**
 * The certificates of a hub: a certificate authority made once and kept, which a person may trust, and server certificates, one for each
 * kind of key, that it signs for the names of the hub, made anew when they are about to expire or the names change. The authority is made
 * anew, too, when it may not vouch for a name that the hub has got.
 */
public final class Certificates {

	private static final Duration CA_LIFE = Duration.ofDays(3650);
	/** What browsers and TLS libraries take at most. */
	private static final Duration SERVER_LIFE = Duration.ofDays(397);
	private static final Duration RENEWAL = Duration.ofDays(7);
	/** Clients whose clock is behind shall not find them not valid yet. */
	private static final Duration BACKDATED = Duration.ofDays(1);
	/** What the CA signs with, whatever key it is for. */
	private static final String SIGNATURE = "SHA256withECDSA";
	private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";

	private final PemFiles authorityFiles;
	private final Path directory;
	private final Clock clock;

	/** With the directory they are kept in. */
	public Certificates(Path directory, Clock clock) {
		this.authorityFiles = PemFiles.in(directory, PemFiles.AUTHORITY);
		this.directory = directory;
		this.clock = clock;
	}

	/** The file of the CA's certificate. */
	public Path authorityFile() {
		return authorityFiles.certificate();
	}

	/** The CA for a hub of these names, made now when there is none, or none for them, or when it is about to expire. */
	public Identity authority(Set<String> names) throws IOException, GeneralSecurityException {
		Optional<Identity> kept = authorityFiles.read();
		if (kept.isPresent() && lastsFor(kept.get(), RENEWAL) && LocalNames.permits(kept.get().certificate(), names)) {
			return kept.get();
		}
		KeyPair keys = KeyKind.EC.make();
		// the date tells CAs of several data directories apart in a trust store
		X500Principal name = new X500Principal("CN=IoT Hub Tools local CA " + clock.instant().getEpochSecond());
		X509CertificateBuilder builder = builder(name, keys, CA_LIFE).setIssuerDn(name).setSigningKey(keys.getPrivate())
				.addExtension(new BasicConstraintsExtension(true, true, 0))
				.addExtension(new KeyUsageExtension(KeyUsage.keyCertSign, KeyUsage.cRLSign)).addExtension(new LocalNames(names));
		Identity made = new Identity(builder.build(), keys.getPrivate());
		authorityFiles.write(made);
		return made;
	}

	/** What the server shows under these names, DNS names or addresses. */
	public ServerKeys server(Identity authority, Set<String> names) throws IOException, GeneralSecurityException {
		Map<String, Identity> identities = new HashMap<>();
		for (KeyKind kind : KeyKind.values()) {
			identities.put(kind.name(), server(kind, authority, names));
		}
		return new ServerKeys(identities, authority.certificate());
	}

	private Identity server(KeyKind kind, Identity authority, Set<String> names) throws IOException, GeneralSecurityException {
		PemFiles serverFiles = PemFiles.in(directory, kind.file());
		Optional<Identity> kept = serverFiles.read();
		if (kept.isPresent() && isGood(kept.get(), authority, names)) {
			return kept.get();
		}
		KeyPair keys = kind.make();
		X509CertificateBuilder builder = builder(new X500Principal("CN=IoT Hub Tools local hub"), keys, SERVER_LIFE)
				.setIssuerDn(authority.certificate().getSubjectX500Principal()).setSigningKey(authority.key())
				.addExtension(new BasicConstraintsExtension(true, false, -1))
				.addExtension(new KeyUsageExtension(KeyUsage.digitalSignature))
				.addExtension(new ExtendedKeyUsageExtension(false, List.of(SERVER_AUTHENTICATION)))
				.addExtension(new SubjectAlternativeNamesExtension(false, alternativeNames(names)));
		Identity made = new Identity(builder.build(), keys.getPrivate());
		serverFiles.write(made);
		return made;
	}

	private boolean isGood(Identity server, Identity authority, Set<String> names) throws GeneralSecurityException {
		return lastsFor(server, RENEWAL) && AlternativeNames.of(server.certificate()).equals(AlternativeNames.of(names))
				&& isSignedBy(server, authority);
	}

	private static boolean isSignedBy(Identity server, Identity authority) throws GeneralSecurityException {
		try {
			server.certificate().verify(authority.certificate().getPublicKey());
			return true;
		} catch (java.security.SignatureException | java.security.InvalidKeyException e) {
			return false;
		}
	}

	private boolean lastsFor(Identity identity, Duration time) {
		Instant now = clock.instant();
		return identity.certificate().getNotAfter().after(Date.from(now.plus(time)))
				&& !identity.certificate().getNotBefore().after(Date.from(now));
	}

	private X509CertificateBuilder builder(X500Principal subject, KeyPair keys, Duration life) {
		Instant now = clock.instant();
		return new X509CertificateBuilder().setSerialNumber(new BigInteger(120, new SecureRandom()).setBit(119))
				.setSubjectDn(subject).setPublicKey(keys.getPublic()).setSignatureAlgorithmName(SIGNATURE)
				.setNotValidBefore(now.minus(BACKDATED).atZone(ZoneOffset.UTC))
				.setNotValidAfter(now.plus(life).atZone(ZoneOffset.UTC));
	}

	private static List<GeneralName> alternativeNames(Set<String> names) {
		List<GeneralName> result = new ArrayList<>();
		for (String name : new HashSet<>(names)) {
			byte[] address = AlternativeNames.address(name);
			result.add(address == null ? new GeneralName.DNSName(name) : new GeneralName.IPAddress(address));
		}
		return result;
	}
}
