// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.mqtt;

import java.util.concurrent.CompletionStage;

import io.netty.channel.Channel;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.messages.MessageSink;
import iothubtools.localhub.internal.messages.SentMessage;
import iothubtools.localhub.internal.net.Answers;
import iothubtools.localhub.internal.net.Closing;
import iothubtools.localhub.internal.net.Flow;

/** The device-to-cloud messages of a connection. Each is acknowledged when it is kept; one that is refused ends the connection. */
final class Uplink {

	private final Channel channel;
	private final Admission sender;
	private final MessageSink intake;
	private final Flow flow;
	private final Answers answers;

	Uplink(Channel channel, Admission sender, MessageSink intake, Flow flow, Answers answers) {
		this.channel = channel;
		this.sender = sender;
		this.intake = intake;
		this.flow = flow;
		this.answers = answers;
	}

	/**
	 * Keeps a message.
	 *
	 * @param packetId what to acknowledge it with, 0 when it is not to be acknowledged
	 * @return false when it is too large
	 */
	boolean send(SentMessage message, int packetId) {
		CompletionStage<?> kept;
		try {
			kept = intake.accept(sender.client(), message, sender.caller());
		} catch (HubError e) {
			return false;
		}
		Flow.Underway underway = flow.begins(message.body().length);
		kept.whenComplete((result, failure) -> answers.run(channel.eventLoop(), () -> {
			underway.ends();
			if (failure != null) {
				Closing.close(channel);
			} else if (packetId != 0) {
				channel.writeAndFlush(Packets.publishAnswer(packetId));
			}
		}));
		return true;
	}

	/** Keeps the will, whoever hears of it. */
	void send(Will will) {
		try {
			intake.accept(sender.client(), will.message(), sender.caller());
		} catch (HubError e) {
			// it was too large: as it is with any other message, nothing is kept
		}
	}
}
