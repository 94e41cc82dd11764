// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.messages;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.auth.Caller;
import iothubtools.localhub.internal.devices.AuthenticationType;
import iothubtools.localhub.internal.devices.Credentials;
import iothubtools.localhub.internal.devices.Device;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.modules.Clients;
import iothubtools.localhub.internal.modules.ModuleIdentity;

/** Takes in device-to-cloud messages of whatever protocol: adds what the hub knows and keeps them (contract §7.1). */
public final class MessageIntake implements MessageSink {

	/** What is written with each message beside what its sender gave, roughly: without it many small ones would make a commit of any size. */
	private static final int BESIDE = 512;

	private final Clients clients;
	private final MessageStore messages;
	private final RecentMessages recent;
	private final Writer writer;
	private final Clock clock;

	/** With the senders, where messages are kept and where they are seen, and the time they are enqueued at. */
	public MessageIntake(Clients clients, MessageStore messages, RecentMessages recent, Writer writer, Clock clock) {
		this.clients = clients;
		this.messages = messages;
		this.recent = recent;
		this.writer = writer;
		this.clock = clock;
	}

	@Override
	public CompletionStage<Long> accept(ClientId sender, List<SentMessage> batch, Caller caller) {
		long bytes = 0;
		for (SentMessage message : batch) {
			bytes += message.checkedSize() + BESIDE;
		}
		return writer.write(bytes, () -> keep(sender, batch, caller));
	}

	private Long keep(ClientId client, List<SentMessage> batch, Caller caller) {
		Device device = clients.requireEnabled(client);
		ModuleIdentity module = clients.modules().get(client);
		String generationId = module == null ? device.generationId() : module.generationId();
		AuthenticationMethod authentication = authentication(module == null ? device.credentials() : module.credentials(),
				caller);
		Instant now = clock.instant();
		long number = messages.nextSequenceNumber();
		for (SentMessage message : batch) {
			KeptMessage kept = new KeptMessage(number++, client, generationId, authentication, now, message);
			messages.append(kept);
			recent.add(kept);
		}
		clients.sent(client, now);
		return number - 1;
	}

	private static AuthenticationMethod authentication(Credentials credentials, Caller caller) {
		boolean certificate = !caller.scope().equals("hub") && credentials.type() != AuthenticationType.SAS;
		return new AuthenticationMethod(caller.scope(), certificate ? "x509" : "sas");
	}
}
