// SPDX-License-Identifier: EPL-2.0
package iothubtools.tests.support.hub;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Puts cloud-to-device messages into the queues of devices, as some other service does: over the one path that only the local hub has
 * for it, as Azure takes them over AMQP alone.
 */
public final class DeviceQueue {

	private static final int VALID_SECONDS = 3600;

	private final LocalHubExtension hub;

	/** Of the devices of a hub that runs. */
	public DeviceQueue(LocalHubExtension hub) {
		this.hub = hub;
	}

	/** Queues a message that asks for full feedback. */
	public void add(String deviceId, String messageId, String body) throws IOException, GeneralSecurityException, InterruptedException {
		Map<String, String> parts = Arrays.stream(hub.hub().connectionString("service").split(";")).map(part -> part.split("=", 2))
				.collect(Collectors.toMap(part -> part[0], part -> part[1]));
		HttpRequest request = HttpRequest.newBuilder(URI.create(hub.hub().uri() + "/localhub/devices/" + deviceId
				+ "/messages/deviceBound?api-version=2021-04-12")).header("Authorization", token(parts)).header("iothub-messageid", messageId)
				.header("iothub-ack", "full").POST(BodyPublishers.ofString(body)).build();
		int status = HttpClient.newBuilder().sslContext(hub.tls()).build().send(request, BodyHandlers.discarding()).statusCode();
		if (status != 204) {
			throw new IOException("The hub answered " + status);
		}
	}

	private static String token(Map<String, String> parts) throws GeneralSecurityException {
		String resource = URLEncoder.encode(parts.getOrDefault("HostName", ""), StandardCharsets.UTF_8);
		long expiry = Instant.now().getEpochSecond() + VALID_SECONDS;
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(Base64.getDecoder().decode(parts.getOrDefault("SharedAccessKey", "")), "HmacSHA256"));
		byte[] signature = mac.doFinal((resource + "\n" + expiry).getBytes(StandardCharsets.UTF_8));
		return "SharedAccessSignature sr=" + resource + "&sig="
				+ URLEncoder.encode(Base64.getEncoder().encodeToString(signature), StandardCharsets.UTF_8) + "&se=" + expiry + "&skn=service";
	}
}
