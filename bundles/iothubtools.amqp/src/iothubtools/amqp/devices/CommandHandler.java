// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.devices;

/** Whom the cloud-to-device messages of a device come to. */
@FunctionalInterface
public interface CommandHandler {

	/**
	 * One has come. Is called by the one thread that all devices share, on which it must not wait: what takes longer says what becomes of the
	 * message later. What throws releases it.
	 */
	void command(ReceivedCommand command);
}
