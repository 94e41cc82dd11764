// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;

import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SasToken;
import iothubtools.client.auth.SharedAccessKey;

/** Reads one device identity over and over on connections that are kept, of the local hub or of the bare server. */
final class IdentityGets implements Subject {

	static final String PATH = "/devices/sensor-0001?api-version=2021-04-12";
	private static final int CONNECTIONS = 16;

	private final HttpCore http;
	private final String token;

	IdentityGets(Setup setup) throws Exception {
		http = new HttpCore(setup, CONNECTIONS);
		token = token(setup);
	}

	/** A token of the hub's owner. */
	static String token(Setup setup) throws Exception {
		return SasToken.create(SasToken.hubResource(HubHost.parse(setup.host())),
				SharedAccessKey.parse(Setup.part(setup.service(), "SharedAccessKey")),
				Setup.part(setup.service(), "SharedAccessKeyName"), Instant.now().plus(Duration.ofHours(1))).value();
	}

	@Override
	public long run(long nanos) throws Exception {
		return ClosedLoops.run(CONNECTIONS, nanos, connection -> get());
	}

	private CompletionStage<Void> get() {
		AsyncRequestProducer request = AsyncRequestBuilder.get().setHttpHost(http.target).setPath(PATH)
				.addHeader("Authorization", token).build();
		return http.send(request, 200);
	}

	@Override
	public void close() {
		http.close();
	}
}
