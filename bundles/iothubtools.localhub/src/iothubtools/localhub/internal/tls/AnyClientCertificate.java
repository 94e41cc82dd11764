// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Lets every client certificate pass the handshake, which proves no more than that the client has its key. Whether a device
 * may connect with it is found out when it says which device it is: most are signed by no one the hub could know.
 */
@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD}) // the inherited methods say nothing of null
public final class AnyClientCertificate extends X509ExtendedTrustManager {

	private static final X509Certificate[] NONE = {};

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String type) {
		// decided later
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
		// decided later
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
		// decided later
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
		throw noServer();
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
		throw noServer();
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
		throw noServer();
	}

	private static CertificateException noServer() {
		return new CertificateException("this is for the certificates of clients only");
	}

	/** No names, so that clients offer whatever certificate they have. */
	@Override
	public X509Certificate[] getAcceptedIssuers() {
		return NONE;
	}
}
