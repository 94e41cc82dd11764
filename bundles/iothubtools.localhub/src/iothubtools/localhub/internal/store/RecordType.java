// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * How records are written: first the version of their form, so that a later hub still reads what this one wrote, then their
 * fields, then a checksum of these: the store itself does not notice when what it reads is not what it wrote.
 *
 * @param <T> the record
 */
@NonNullByDefault({})
abstract class RecordType<T> extends BasicDataType<T> {

	private static final byte FORM = 2;
	/** Without a checksum. */
	private static final byte FIRST_FORM = 1;

	/** Roughly the bytes of memory a record takes, for the bounds of the store's cache. */
	abstract int memory(@NonNull T value);

	/** Writes the fields. */
	abstract void writeFields(@NonNull WriteBuffer out, @NonNull T value);

	/** Reads the fields. */
	abstract @NonNull T readFields(@NonNull ByteBuffer in);

	@Override
	public final int getMemory(T value) {
		return value == null ? 0 : memory(value);
	}

	@Override
	public final void write(WriteBuffer out, T value) {
		out.put(FORM);
		int start = out.position();
		writeFields(out, value);
		out.putInt(checksum(out.getBuffer(), start, out.position()));
	}

	private static int checksum(ByteBuffer bytes, int start, int end) {
		CRC32C sum = new CRC32C();
		ByteBuffer fields = bytes.duplicate();
		// in this order: the limit may be anywhere
		sum.update(fields.limit(end).position(start));
		return (int) sum.getValue();
	}

	@Override
	public final T read(ByteBuffer in) {
		byte form = in.get();
		if (form != FORM && form != FIRST_FORM) {
			throw new IllegalStateException("the data was written by a newer local hub (form " + form + ")");
		}
		int start = in.position();
		T value = readFields(in);
		if (form == FORM && checksum(in, start, in.position()) != in.getInt()) {
			throw DataUtils.newMVStoreException(DataUtils.ERROR_FILE_CORRUPT,
					"a record in the data of the local hub is not what was written.");
		}
		return value;
	}
}
