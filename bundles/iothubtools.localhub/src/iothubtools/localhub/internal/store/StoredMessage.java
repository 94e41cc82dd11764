// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.nio.ByteBuffer;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;

import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.messages.AuthenticationMethod;
import iothubtools.localhub.internal.messages.KeptMessage;
import iothubtools.localhub.internal.messages.SentMessage;

/**
 * A message as it lies in the store. The page it is on is written several times while others come and go beside it, so its bytes are
 * made once; and it takes far less memory than what it is made of.
 *
 * @param fields its fields, one after another
 */
record StoredMessage(byte[] fields) {

	/** Bytes of memory beyond the fields. */
	private static final int MEMORY = 64;

	/** What is to be kept of a message; the buffer is cleared and used. */
	static StoredMessage of(KeptMessage message, WriteBuffer buffer) {
		buffer.clear();
		buffer.putVarLong(message.sequenceNumber());
		Fields.write(buffer, message.sender().deviceId());
		Fields.write(buffer, message.sender().moduleId());
		Fields.write(buffer, message.generationId());
		Fields.write(buffer, message.authentication().scope());
		Fields.write(buffer, message.authentication().type());
		Fields.write(buffer, message.enqueuedTime());
		SentMessage sent = message.message();
		Fields.writeBytes(buffer, sent.body());
		Fields.write(buffer, sent.properties());
		Fields.write(buffer, sent.applicationProperties());
		byte[] fields = new byte[buffer.position()];
		buffer.getBuffer().flip().get(fields);
		return new StoredMessage(fields);
	}

	/** The message that begins here; behind it is what comes after it. */
	static StoredMessage read(ByteBuffer in) {
		int start = in.position();
		DataUtils.readVarLong(in);
		for (int texts = 5; texts > 0; texts--) {
			Fields.skip(in);
		}
		Fields.readTime(in);
		Fields.skip(in);
		Fields.skipMap(in);
		Fields.skipMap(in);
		byte[] fields = new byte[in.position() - start];
		in.position(start).get(fields);
		return new StoredMessage(fields);
	}

	/** The message. */
	KeptMessage message() {
		ByteBuffer in = ByteBuffer.wrap(fields);
		return new KeptMessage(DataUtils.readVarLong(in), new ClientId(Fields.read(in), Fields.readNullable(in)), Fields.read(in),
				new AuthenticationMethod(Fields.read(in), Fields.read(in)), Fields.readTime(in),
				new SentMessage(Fields.readBytes(in), Fields.readMap(in), Fields.readMap(in)));
	}

	/** Bytes of memory it takes. */
	int room() {
		return MEMORY + fields.length;
	}
}
