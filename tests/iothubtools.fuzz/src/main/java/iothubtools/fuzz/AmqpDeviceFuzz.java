// SPDX-License-Identifier: EPL-2.0
package iothubtools.fuzz;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

import iothubtools.amqp.AmqpDevices;
import iothubtools.amqp.devices.AmqpDevice;
import iothubtools.amqp.devices.DeviceListener;
import iothubtools.amqp.devices.DeviceProof;
import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.errors.HubException;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.client.methods.MethodResult;
import iothubtools.client.names.ClientId;

/** What a hostile hub says to a device that speaks AMQP, at each point at which that reads something: at worst it fails, and the device is told. */
public final class AmqpDeviceFuzz {

	private static final int DOES = 0x70;
	private static final int ALONE = 0x80;

	private static final HostileHub HUB = HostileHub.start();
	private static final HubHost HOST = new HubHost("127.0.0.1", HubHost.DEFAULT_PORT);
	private static final DeviceProof KEY = new DeviceProof.Key(SharedAccessKey.generate());

	static {
		Unexpected.listen();
	}

	private AmqpDeviceFuzz() {
	}

	/**
	 * Called by Jazzer and for each file of the corpus: the first byte says when the rest comes, see {@link HostileHub.Point}, what the device does,
	 * and whether it has a connection of its own.
	 */
	public static void fuzzerTestOneInput(byte[] input) {
		if (input.length == 0 || !isReached(HostileHub.Point.of(input[0]), does(input[0]), (input[0] & ALONE) != 0)) {
			return;
		}
		HUB.say(HostileHub.Point.of(input[0]), Arrays.copyOfRange(input, 1, input.length));
		CompletableFuture<Void> over = new CompletableFuture<>();
		try (AmqpDevices devices = AmqpDevices.builder(HOST).port(HUB.port()).trust(HUB.trusted()).answerWithin(Told.ANSWER).build()) {
			DeviceListener listener = new DeviceListener() {

				@Override
				public void waiting(HubException why, Duration after) {
					over.complete(null);
				}

				@Override
				public void failed(HubException why) {
					over.complete(null);
				}
			};
			AmqpDevice device = (input[0] & ALONE) == 0 ? devices.connect(ClientId.device("d"), KEY, listener)
					: devices.connectAlone(ClientId.device("d"), KEY, listener);
			CompletableFuture<?> done = act(device, does(input[0]), over);
			Told.await("device", CompletableFuture.anyOf(over, done));
		}
		Unexpected.check();
	}

	private static int does(byte first) {
		return (first & DOES) >> 4;
	}

	/** Whether a device that does this ever comes to where the hub says something: no input has to wait until the hub is tired of it. */
	private static boolean isReached(HostileHub.Point point, int what, boolean alone) {
		return switch (point) {
		case TOKEN -> !alone;
		case MANAGEMENT -> false;
		case TWIN -> what >= 3 && what <= 5;
		case OUTCOME -> what != 1 && what != 2;
		default -> true;
		};
	}

	/** What comes of it, or of the connection where it only listens: that always ends after what was said. */
	private static CompletableFuture<?> act(AmqpDevice device, int what, CompletableFuture<Void> over) {
		switch (what) {
		case 1 -> {
			device.onCommand(command -> {
				// whatever it is
				command.message().toString();
				command.accept();
			});
			return over;
		}
		case 2 -> {
			device.onMethod((name, payload) -> CompletableFuture.completedFuture(new MethodResult(name.length() + payload.length(), "null")));
			return over;
		}
		case 3 -> {
			device.onDesired((patch, version) -> patch.length());
			return over;
		}
		case 4 -> {
			return device.twin();
		}
		case 5 -> {
			return device.report("{}");
		}
		default -> {
			return device.send(DeviceMessage.builder().body(new byte[1]).build());
		}
		}
	}
}
