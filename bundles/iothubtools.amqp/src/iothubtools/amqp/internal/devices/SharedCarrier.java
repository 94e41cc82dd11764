// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.devices;

import java.time.Duration;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.internal.AmqpConnection;
import iothubtools.amqp.internal.AmqpFailures;
import iothubtools.amqp.internal.AmqpLogin;
import iothubtools.amqp.internal.RequestLinks;
import iothubtools.client.auth.ClientCertificate;
import iothubtools.client.errors.HubException;

/** A connection that is nobody's: each device shows a token of its own at {@code $cbs}, and the next one before that expires (contract §8.2). */
final class SharedCarrier extends Carrier {

	private static final String CBS = "$cbs";
	private static final String SAS = "servicebus.windows.net:sastoken";
	/** As much as hubs take at a time; more wait for their turn. */
	private static final int CREDIT = 100;
	private static final Duration ANSWER = Duration.ofSeconds(30);

	private @Nullable RequestLinks cbs;
	private boolean open;

	SharedCarrier(DeviceHub hub) {
		super(hub);
	}

	@Override
	AmqpLogin login() {
		return AmqpLogin.ANONYMOUS;
	}

	@Override
	@Nullable ClientCertificate certificate() {
		return null;
	}

	@Override
	boolean hasRoom() {
		return size() < hub().access().mostOnOne();
	}

	@Override
	boolean isPassing(HubException why) {
		return isPassingAnyhow(why);
	}

	@Override
	void connecting(AmqpConnection opening) {
		cbs = new RequestLinks(opening, CBS, CREDIT, this::opened, why -> {
			if (!opening.isEnded()) {
				drop(opening, why);
			}
		});
	}

	private void opened() {
		open = true;
		works();
		devices().forEach(this::admit);
	}

	@Override
	void added(CarriedDevice device) {
		admit(device);
	}

	@Override
	void disconnected() {
		cbs = null;
		open = false;
	}

	@Override
	void detached(CarriedDevice device, HubException why) {
		if (isPassing(why) || device.shown().isOld()) {
			Duration pause = device.pause();
			hub().in(pause, () -> admit(device));
			device.waiting(why, pause);
		} else {
			device.fail(why);
		}
	}

	/** Lets a device show its token and open its links then; nothing is done without a connection, as there will be another. */
	private void admit(CarriedDevice device) {
		if (open && !device.isOver() && !device.isAttached() && !device.shown().isWaiting()) {
			show(device);
		}
	}

	private void show(CarriedDevice device) {
		RequestLinks links = cbs;
		AmqpConnection by = connection();
		DeviceTokens.Token token = device.tokens().next();
		if (links == null || by == null || token == null) {
			return;
		}
		// a hub that says nothing is not waited for
		device.shown().waiting(hub().in(ANSWER, () -> {
			if (connection() == by && !device.isOver()) {
				refused(device, AmqpFailures.timeout(hub().access().host().toString()));
			}
		}));
		links.ask(Map.of("operation", "put-token", "type", SAS, "name", device.tokens().resource()), token.value(), answer -> {
			if (connection() == by && !device.isOver()) {
				answered(device, by, token, answer);
			}
		});
	}

	private void answered(CarriedDevice device, AmqpConnection by, DeviceTokens.Token token, RequestLinks.Answer answer) {
		if (!answer.isGood()) {
			refused(device, AmqpFailures.ofStatus(answer.status(), answer.description()));
			return;
		}
		Duration use = token.use();
		device.shown().taken(token.expiry(), use == null ? () -> {
		} : hub().in(use, () -> {
			if (connection() == by && device.isAttached()) {
				show(device);
			}
		}));
		if (!device.isAttached()) {
			device.attach(by);
		}
	}

	private void refused(CarriedDevice device, HubException why) {
		device.dropped();
		detached(device, why);
	}
}
