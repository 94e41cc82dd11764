// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;

import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SasToken;
import iothubtools.client.auth.SharedAccessKey;

/** D2C messages sent by requests written by hand with a prepared token: what our client is held against. */
final class HandWrittenSends implements Subject {

	private final HttpCore http;
	private final List<String> paths = new ArrayList<>();
	private final List<String> tokens = new ArrayList<>();

	HandWrittenSends(Setup setup) throws Exception {
		http = new HttpCore(setup, setup.devices().size());
		HubHost host = HubHost.parse(setup.host());
		for (String connection : setup.devices()) {
			String id = Setup.part(connection, "DeviceId");
			paths.add("/devices/" + id + "/messages/events?api-version=2021-04-12");
			tokens.add(SasToken.create(SasToken.deviceResource(host, id),
					SharedAccessKey.parse(Setup.part(connection, "SharedAccessKey")), null,
					Instant.now().plus(Duration.ofHours(1))).value());
		}
	}

	@Override
	public long run(long nanos) throws Exception {
		return ClosedLoops.run(paths.size(), nanos, this::send);
	}

	private CompletionStage<Void> send(int device) {
		AsyncRequestProducer request = AsyncRequestBuilder.post().setHttpHost(http.target).setPath(paths.get(device))
				.addHeader("Authorization", tokens.get(device))
				.setEntity(Payload.BYTES, ContentType.APPLICATION_OCTET_STREAM).build();
		return http.send(request, 204);
	}

	@Override
	public void close() {
		http.close();
	}
}
