// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.nio.ByteBuffer;
import java.time.Instant;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;

import iothubtools.localhub.internal.commands.Acknowledgement;
import iothubtools.localhub.internal.commands.CloudToDeviceMessage;
import iothubtools.localhub.internal.commands.QueuedMessage;
import iothubtools.localhub.internal.kernel.ClientId;

/** How a queued cloud-to-device message is written. */
final class QueuedMessageType extends RecordType<QueuedMessage> {

	/** Bytes of memory of one beyond its body: the records, a map and some short texts. */
	private static final int MEMORY = 1000;

	@Override
	int memory(QueuedMessage queued) {
		return MEMORY + queued.message().body().length;
	}

	@Override
	public QueuedMessage[] createStorage(int size) {
		return new QueuedMessage[size];
	}

	@Override
	void writeFields(WriteBuffer out, QueuedMessage queued) {
		Fields.write(out, queued.client().deviceId());
		Fields.write(out, queued.client().moduleId());
		out.putVarLong(queued.sequenceNumber());
		Fields.write(out, queued.enqueuedTime());
		Fields.write(out, queued.expiry());
		out.putVarInt(queued.deliveryCount());
		CloudToDeviceMessage message = queued.message();
		Fields.writeBytes(out, message.body());
		Fields.write(out, message.messageId());
		Fields.write(out, message.correlationId());
		Fields.write(out, message.userId());
		Fields.write(out, message.contentType());
		Fields.write(out, message.contentEncoding());
		Fields.write(out, message.expiry());
		Fields.write(out, message.acknowledgement().name());
		Fields.write(out, message.applicationProperties());
	}

	@Override
	QueuedMessage readFields(ByteBuffer in) {
		ClientId client = new ClientId(Fields.read(in), Fields.readNullable(in));
		long number = DataUtils.readVarLong(in);
		Instant enqueued = Fields.readTime(in);
		Instant expiry = Fields.readTime(in);
		int deliveries = DataUtils.readVarInt(in);
		CloudToDeviceMessage message = new CloudToDeviceMessage(Fields.readBytes(in), Fields.readNullable(in),
				Fields.readNullable(in), Fields.readNullable(in), Fields.readNullable(in), Fields.readNullable(in),
				Fields.readNullableTime(in), Acknowledgement.valueOf(Fields.read(in)), Fields.readMap(in));
		return new QueuedMessage(client, number, enqueued, expiry, deliveries, message);
	}
}
