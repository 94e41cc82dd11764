// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.HubCall;
import iothubtools.client.IotHubClient;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.SharedAccessSignature;
import iothubtools.client.calls.RetryPolicy;
import iothubtools.client.calls.Timeouts;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.names.ClientId;

/**
 * Finds out whether a key or token is refused because the clock of this machine is off: over AMQP nobody says what time it is, but over HTTPS a hub that
 * refuses does (contract §9.24).
 */
public final class ClockCheck {

	private static final Duration LIMIT = Duration.ofSeconds(10);
	/** Less than that is no reason to refuse a token. */
	private static final Duration OFF = Duration.ofMinutes(5);

	private ClockCheck() {
	}

	/** The refusal that says how far the clock is off; null when that is not the reason, or is not to be found out. Never fails. */
	public static CompletableFuture<@Nullable ServiceException> run(AmqpAccess hub) {
		return run(hub.reach(), IotHubClient.builder(hub.host(), hub.credential()), client -> client.devices().statistics());
	}

	/**
	 * The same for a device or module that the hub does not let in. What is asked changes nothing, also where the hub answers: a message is given
	 * back that nobody has.
	 *
	 * @param token what the hub has refused
	 */
	public static CompletableFuture<@Nullable ServiceException> run(HubReach hub, ClientId id, SharedAccessSignature token) {
		// the token alone is sent; hubs have no modules over HTTPS, and refuse theirs here where the device is asked for
		return run(hub, IotHubClient.builder(new HubConnectionString(hub.host(), "device", token)),
				client -> client.device(id.deviceId()).abandon(UUID.randomUUID().toString()));
	}

	private static CompletableFuture<@Nullable ServiceException> run(HubReach hub, IotHubClient.Builder as, Function<IotHubClient, HubCall<?>> asking) {
		IotHubClient client = as.trust(hub.trusted()).proxy(hub.proxies()).clock(hub.clock()).retry(RetryPolicy.none())
				.timeouts(new Timeouts(LIMIT, LIMIT)).build();
		return asking.apply(client).start().<@Nullable ServiceException>handle((answer, failure) -> {
			Throwable cause = failure == null || failure.getCause() == null ? failure : failure.getCause();
			Duration skew = cause instanceof ServiceException refusal ? refusal.clockSkew() : null;
			return skew != null && skew.abs().compareTo(OFF) > 0 ? (ServiceException) cause : null;
		}).whenComplete((found, never) -> client.close());
	}
}
