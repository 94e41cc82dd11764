// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.devices;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.devices.DeviceProof;
import iothubtools.amqp.internal.ClockCheck;
import iothubtools.client.auth.SharedAccessSignature;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;

/**
 * Finds out whether devices are refused because the clock of this machine is off: one asks, and what it is told goes for all that are refused
 * soon after. On the loop's thread only.
 */
final class DeviceClock {

	private static final Duration FRESH = Duration.ofMinutes(1);

	private final DeviceHub hub;
	private @Nullable CompletableFuture<@Nullable ServiceException> answer;
	private long asked;

	DeviceClock(DeviceHub hub) {
		this.hub = hub;
	}

	/** Whether the clock may be the reason: it makes no difference for a certificate, nor for a token that somebody else has made. */
	static boolean isSuspect(DeviceProof proof, HubException why) {
		return why instanceof ServiceException refusal && refusal.isUnauthorized()
				&& (proof instanceof DeviceProof.Key || proof instanceof DeviceProof.Policy);
	}

	/**
	 * Asks.
	 *
	 * @param then hears later, on the loop's thread, that the clock is off, or what the hub has said where it is not
	 */
	void explain(DeviceTokens tokens, HubException why, Consumer<HubException> then) {
		CompletableFuture<@Nullable ServiceException> known = answer;
		if (known == null || System.nanoTime() - asked > FRESH.toNanos()) {
			DeviceTokens.Token token = tokens.next();
			if (token == null) {
				then.accept(why);
				return;
			}
			known = ClockCheck.run(hub.access().reach(), tokens.id(), SharedAccessSignature.parse(token.value()));
			answer = known;
			asked = System.nanoTime();
		}
		known.thenAccept(off -> hub.later(() -> then.accept(off == null ? why : off)));
	}
}
