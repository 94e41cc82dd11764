// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.inspect;

import java.io.IOException;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

import org.apache.hc.client5.http.ssl.HttpsSupport;

import iothubtools.client.internal.transport.TlsMaterial;

/** Shakes hands by TLS: whether the certificate is trusted, and is for the host. */
final class TlsStep {

	private TlsStep() {
	}

	static StepOutcome run(Socket socket, CheckTarget target) {
		String name = target.host().name();
		try {
			SSLSocket secure = (SSLSocket) TlsMaterial.context(target.trusted(), null).getSocketFactory().createSocket(socket, name,
					target.host().port(), true);
			// the name is verified afterwards, so that a wrong name and an untrusted issuer can be told apart
			secure.startHandshake();
			SSLSession session = secure.getSession();
			X509Certificate certificate = (X509Certificate) session.getPeerCertificates()[0];
			if (!HttpsSupport.getDefaultHostnameVerifier().verify(name, session)) {
				return StepOutcome.failed(CheckStep.TLS, "The certificate is for another host: "
						+ certificate.getSubjectX500Principal().getName() + ". Check the host name.");
			}
			return StepOutcome.passed(CheckStep.TLS, session.getProtocol() + ", certificate of "
					+ certificate.getSubjectX500Principal().getName() + ", signed by " + certificate.getIssuerX500Principal().getName()
					+ ", good until " + certificate.getNotAfter().toInstant());
		} catch (IOException e) {
			return StepOutcome.failed(CheckStep.TLS, reason(e));
		}
	}

	private static String reason(IOException failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof CertificateException) {
				return "The certificate is signed by none that is trusted here, or is out of date. A hub on a developer's machine needs its CA"
						+ " certificate in the connection; elsewhere ask who runs the network, as a proxy may look into the traffic.";
			}
		}
		return failure instanceof SSLException ? "What answers does not speak TLS as a hub does. Check host name and port."
				: "The connection broke, or nothing came in time, before there was TLS.";
	}
}
