#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# wildfly-elytron-x500-cert 2.6.4.Final (Maven Central, makes X.509 certificates): every certificate has the serial number 1, and lasts to 9999.
#
# Guess:  X509CertificateBuilder draws a random serial number unless it is told one, as keytool does, and wants to be told how long the
#         certificate is good, or takes some months.
# Seen:   the serial number is 1 each time, also of two certificates of one CA, which RFC 5280 (4.1.2.2) forbids and NSS (Firefox, many Linux
#         tools) refuses as SEC_ERROR_REUSED_ISSUER_AND_SERIAL; the last day is 31 December 9999, RFC 5280's "no end is known".
# Way out: setSerialNumber(new BigInteger(120, new SecureRandom()).setBit(119)), setNotValidBefore and setNotValidAfter.
#
# Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.wildfly.security</groupId><artifactId>wildfly-elytron-x500-cert</artifactId><version>2.6.4.Final</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import javax.security.auth.x500.X500Principal;
import org.wildfly.security.x500.cert.X509CertificateBuilder;

public class Run {
	public static void main(String[] arguments) throws Exception {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
		KeyPair issuer = generator.generateKeyPair();
		for (String name : new String[] { "CN=device-1", "CN=device-2" }) {
			X509Certificate certificate = new X509CertificateBuilder().setIssuerDn(new X500Principal("CN=factory"))
					.setSubjectDn(new X500Principal(name)).setPublicKey(generator.generateKeyPair().getPublic())
					.setSigningKey(issuer.getPrivate()).setSignatureAlgorithmName("SHA256withECDSA").build();
			int year = certificate.getNotAfter().toInstant().atZone(ZoneOffset.UTC).getYear();
			System.out.println(certificate.getSubjectX500Principal() + ": serial number " + certificate.getSerialNumber() + ", until " + year);
			if (!certificate.getSerialNumber().equals(BigInteger.ONE) || year != 9999) {
				throw new AssertionError("this has changed");
			}
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
echo "as described"
