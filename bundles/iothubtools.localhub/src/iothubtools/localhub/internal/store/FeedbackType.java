// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.nio.ByteBuffer;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;

import iothubtools.localhub.internal.commands.FeedbackRecord;
import iothubtools.localhub.internal.commands.MessageOutcome;

/** How feedback is written. */
final class FeedbackType extends RecordType<FeedbackRecord> {

	private static final int MEMORY = 300;

	@Override
	int memory(FeedbackRecord feedback) {
		return MEMORY;
	}

	@Override
	public FeedbackRecord[] createStorage(int size) {
		return new FeedbackRecord[size];
	}

	@Override
	void writeFields(WriteBuffer out, FeedbackRecord feedback) {
		out.putVarLong(feedback.number());
		Fields.write(out, feedback.originalMessageId());
		Fields.write(out, feedback.enqueuedTime());
		Fields.write(out, feedback.outcome().name());
		Fields.write(out, feedback.deviceId());
		Fields.write(out, feedback.generationId());
		out.putVarInt(feedback.deliveryCount());
	}

	@Override
	FeedbackRecord readFields(ByteBuffer in) {
		return new FeedbackRecord(DataUtils.readVarLong(in), Fields.readNullable(in), Fields.readTime(in),
				MessageOutcome.valueOf(Fields.read(in)), Fields.read(in), Fields.read(in), DataUtils.readVarInt(in));
	}
}
