// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.net;

import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.SSLPeerUnverifiedException;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;

/** What the other end of a connection proved to own the key of. */
public final class PeerCertificates {

	private PeerCertificates() {
	}

	/** The certificate it showed and those it sent with it, its own first; empty when it showed none or there is no TLS. */
	public static List<X509Certificate> of(Channel channel) {
		SslHandler tls = channel.pipeline().get(SslHandler.class);
		if (tls == null) {
			return List.of();
		}
		try {
			List<X509Certificate> chain = new ArrayList<>();
			for (Certificate certificate : tls.engine().getSession().getPeerCertificates()) {
				if (certificate instanceof X509Certificate x509) {
					chain.add(x509);
				}
			}
			return List.copyOf(chain);
		} catch (SSLPeerUnverifiedException e) {
			return List.of();
		}
	}
}
