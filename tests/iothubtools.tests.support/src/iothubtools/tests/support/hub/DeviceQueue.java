// SPDX-License-Identifier: EPL-2.0
package iothubtools.tests.support.hub;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.util.Map;

/**
 * Puts cloud-to-device messages into the queues of devices, as some other service does: over the one path that only the local hub has
 * for it, as Azure takes them over AMQP alone.
 */
public final class DeviceQueue {

	private final LocalHubExtension hub;

	/** Of the devices of a hub that runs. */
	public DeviceQueue(LocalHubExtension hub) {
		this.hub = hub;
	}

	/** Queues a message that asks for full feedback. */
	public void add(String deviceId, String messageId, String body) throws IOException, GeneralSecurityException, InterruptedException {
		Map<String, String> parts = TestToken.parts(hub.hub().connectionString("service"));
		String token = TestToken.of(parts.getOrDefault("HostName", ""), parts.getOrDefault("SharedAccessKey", ""), "service");
		HttpRequest request = HttpRequest.newBuilder(URI.create(hub.hub().uri() + "/localhub/devices/" + deviceId
				+ "/messages/deviceBound?api-version=2021-04-12")).header("Authorization", token).header("iothub-messageid", messageId)
				.header("iothub-ack", "full").POST(BodyPublishers.ofString(body)).build();
		int status = HttpClient.newBuilder().sslContext(hub.tls()).build().send(request, BodyHandlers.discarding()).statusCode();
		if (status != 204) {
			throw new IOException("The hub answered " + status);
		}
	}
}
