// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.devices;

import java.time.Duration;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.devices.DeviceProof;
import iothubtools.amqp.internal.AmqpConnection;
import iothubtools.amqp.internal.AmqpLogin;
import iothubtools.client.auth.ClientCertificate;
import iothubtools.client.errors.HubException;
import iothubtools.client.names.ClientId;

/**
 * A connection that is one device's, which it proves before that is open: with a token in SASL PLAIN, with its certificate in SASL EXTERNAL
 * (contract §8.2). A token there holds as long as the connection, so that the next one needs the next connection.
 */
final class OwnCarrier extends Carrier {

	/** What is under way is waited for that often before the connection is closed for the next one. */
	private static final int MOST_LOOKS = 50;
	private static final Duration LOOK = Duration.ofMillis(100);

	private final CarriedDevice device;
	private Runnable forgetRenewal = () -> {
	};

	OwnCarrier(DeviceHub hub, CarriedDevice device) {
		super(hub);
		this.device = device;
	}

	@Override
	AmqpLogin login() {
		DeviceTokens.Token token = device.tokens().next();
		if (token == null) {
			return AmqpLogin.EXTERNAL;
		}
		Duration use = token.use();
		forgetRenewal.run();
		if (use != null) {
			forgetRenewal = hub().in(use, () -> renewWhenQuiet(MOST_LOOKS));
		}
		device.shown().taken(token.expiry(), () -> {
		});
		ClientId id = device.id();
		return AmqpLogin.plain(id + "@sas." + hub().access().host().hubName(), token.value());
	}

	private void renewWhenQuiet(int looks) {
		if (looks > 0 && !device.isQuiet()) {
			device.hold(true);
			forgetRenewal = hub().in(LOOK, () -> renewWhenQuiet(looks - 1));
		} else {
			device.hold(false);
			renew();
		}
	}

	@Override
	@Nullable ClientCertificate certificate() {
		return device.proof() instanceof DeviceProof.Certificate own ? own.certificate() : null;
	}

	@Override
	boolean hasRoom() {
		return false;
	}

	/** A token that was good may have come to its end while this machine slept. */
	@Override
	boolean isPassing(HubException why) {
		return isPassingAnyhow(why) || device.shown().isOld();
	}

	@Override
	void connecting(AmqpConnection opening) {
		device.attach(opening);
	}

	@Override
	void added(CarriedDevice one) {
		// it is the one that was there from the beginning
	}

	@Override
	void disconnected() {
		forgetRenewal.run();
	}

	@Override
	void detached(CarriedDevice one, HubException why) {
		AmqpConnection open = connection();
		if (open != null) {
			drop(open, why);
		}
	}
}
