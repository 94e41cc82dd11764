// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.nio.ByteBuffer;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;

import iothubtools.localhub.ReceivedMessage;

/** How a message is written. */
final class MessageType extends RecordType<ReceivedMessage> {

	/** Bytes of memory of one beyond its body: the record, its maps and a dozen of short texts. */
	private static final int MEMORY = 2000;

	@Override
	int memory(ReceivedMessage message) {
		return MEMORY + message.body().length;
	}

	@Override
	public ReceivedMessage[] createStorage(int size) {
		return new ReceivedMessage[size];
	}

	@Override
	void writeFields(WriteBuffer out, ReceivedMessage message) {
		Fields.write(out, message.deviceId());
		out.putVarLong(message.sequenceNumber());
		Fields.write(out, message.enqueuedTime());
		Fields.writeBytes(out, message.body());
		Fields.write(out, message.properties());
		Fields.write(out, message.applicationProperties());
		Fields.write(out, message.annotations());
	}

	@Override
	ReceivedMessage readFields(ByteBuffer in) {
		return new ReceivedMessage(Fields.read(in), DataUtils.readVarLong(in), Fields.readTime(in), Fields.readBytes(in),
				Fields.readMap(in), Fields.readMap(in), Fields.readMap(in));
	}
}
