// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.devices;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.HubException;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.client.names.ClientId;

/**
 * A device or module that is connected to its hub until it is closed, and again after the connection was lost, with all it listens to (contract
 * §8.2). Safe for use by several threads. What is asked of it waits for the connection where there is none for a while; it fails with a
 * {@link HubException} where the device is not let in, or where the time for an answer is over, with a {@link CancellationException} where the
 * device is closed.
 */
public interface AmqpDevice extends AutoCloseable {

	/** Who it is. */
	ClientId id();

	/** Completes when the hub has let it in for the first time; fails where it does not. */
	CompletableFuture<@Nullable Void> connected();

	/**
	 * Sends a message to the cloud. One of which the hub had said nothing when the connection was lost is sent again, so that the hub may get it
	 * twice, as with Azure's own SDKs.
	 *
	 * @return completes when the hub has it; fails with a {@link ServiceException} where it does not take it, and with a failure that
	 *         {@linkplain HubException#isUnclear() is unclear} where it was sent and nothing was heard of it in time. Cancelling it keeps it
	 *         from being sent, and takes back nothing that is on its way
	 */
	CompletableFuture<@Nullable Void> send(DeviceTelemetry message);

	/**
	 * The same for a message of which no more is to be said.
	 *
	 * @throws InvalidInputException as {@link DeviceTelemetry}
	 */
	default CompletableFuture<@Nullable Void> send(DeviceMessage message) {
		return send(DeviceTelemetry.of(message));
	}

	/**
	 * Takes cloud-to-device messages from now on.
	 *
	 * @return completes when the hub knows that, the first time
	 */
	CompletableFuture<@Nullable Void> onCommand(CommandHandler handler);

	/**
	 * Answers direct methods from now on.
	 *
	 * @return completes when the hub knows that, the first time
	 */
	CompletableFuture<@Nullable Void> onMethod(MethodHandler handler);

	/**
	 * Hears of changes of the desired properties from now on. What was changed while the device was not connected it does not hear of: whoever
	 * needs that reads the {@linkplain #twin() twin} when {@linkplain DeviceListener#connected() it is connected} again.
	 *
	 * @return completes when the hub knows that, the first time
	 */
	CompletableFuture<@Nullable Void> onDesired(DesiredHandler handler);

	/** The twin as it is now. */
	CompletableFuture<DeviceTwin> twin();

	/**
	 * Changes reported properties: members that are left out stay, {@code null} deletes one.
	 *
	 * @param patch a JSON object, sent exactly as given
	 * @return their version then, 0 where the hub does not say; the failure {@linkplain HubException#isUnclear() is unclear} where the
	 *         connection was lost before the hub answered
	 * @throws InvalidInputException for the field {@code reported} if that is no JSON object
	 */
	CompletableFuture<Long> report(String patch);

	/** Disconnects it. What is under way ends with a {@link CancellationException}. Does not wait. */
	@Override
	void close();
}
