// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.nio.ByteBuffer;

import org.h2.mvstore.WriteBuffer;

/** How a message is written: its fields as they are. */
final class MessageType extends RecordType<StoredMessage> {

	@Override
	int memory(StoredMessage message) {
		return message.room();
	}

	@Override
	public StoredMessage[] createStorage(int size) {
		return new StoredMessage[size];
	}

	@Override
	void writeFields(WriteBuffer out, StoredMessage message) {
		out.put(message.fields());
	}

	@Override
	StoredMessage readFields(ByteBuffer in) {
		return StoredMessage.read(in);
	}
}
