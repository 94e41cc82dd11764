// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.io.IOException;
import java.security.GeneralSecurityException;

import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;

/** The service SDK has no setting for trust: it uses what its process uses. */
final class SdkTrust {

	private SdkTrust() {
	}

	static void set(Setup setup) throws IOException, GeneralSecurityException {
		SSLContext trust = Trust.context(setup.authority());
		SSLContext.setDefault(trust);
		HttpsURLConnection.setDefaultSSLSocketFactory(trust.getSocketFactory());
	}
}
