// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.nio.ByteBuffer;
import java.util.Map;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;

import iothubtools.localhub.internal.exchange.ClientId;
import iothubtools.localhub.internal.messages.AuthenticationMethod;
import iothubtools.localhub.internal.messages.KeptMessage;
import iothubtools.localhub.internal.messages.SentMessage;

/** How a message is written. */
final class MessageType extends RecordType<KeptMessage> {

	/** Bytes of memory of one beyond its body and properties: the records, their maps and a few short texts. */
	private static final int MEMORY = 500;
	/** Bytes of memory of a property beyond its characters. */
	private static final int PROPERTY = 120;

	@Override
	int memory(KeptMessage message) {
		SentMessage sent = message.message();
		return MEMORY + sent.body().length + memory(sent.properties()) + memory(sent.applicationProperties());
	}

	private static int memory(Map<String, String> texts) {
		int memory = 0;
		for (Map.Entry<String, String> text : texts.entrySet()) {
			memory += PROPERTY + text.getKey().length() + text.getValue().length();
		}
		return memory;
	}

	@Override
	public KeptMessage[] createStorage(int size) {
		return new KeptMessage[size];
	}

	@Override
	void writeFields(WriteBuffer out, KeptMessage message) {
		out.putVarLong(message.sequenceNumber());
		Fields.write(out, message.sender().deviceId());
		Fields.write(out, message.sender().moduleId());
		Fields.write(out, message.generationId());
		Fields.write(out, message.authentication().scope());
		Fields.write(out, message.authentication().type());
		Fields.write(out, message.enqueuedTime());
		SentMessage sent = message.message();
		Fields.writeBytes(out, sent.body());
		Fields.write(out, sent.properties());
		Fields.write(out, sent.applicationProperties());
	}

	@Override
	KeptMessage readFields(ByteBuffer in) {
		return new KeptMessage(DataUtils.readVarLong(in), new ClientId(Fields.read(in), Fields.readNullable(in)),
				Fields.read(in), new AuthenticationMethod(Fields.read(in), Fields.read(in)), Fields.readTime(in),
				new SentMessage(Fields.readBytes(in), Fields.readMap(in), Fields.readMap(in)));
	}
}
