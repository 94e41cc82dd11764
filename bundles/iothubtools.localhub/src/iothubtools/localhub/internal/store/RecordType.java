// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.nio.ByteBuffer;

import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * How records are written: first the version of their form, so that a later hub still reads what this one wrote, then their
 * fields.
 *
 * @param <T> the record
 */
@NonNullByDefault({})
abstract class RecordType<T> extends BasicDataType<T> {

	private static final byte FORM = 1;

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
		writeFields(out, value);
	}

	@Override
	public final T read(ByteBuffer in) {
		byte form = in.get();
		if (form != FORM) {
			throw new IllegalStateException("the data was written by a newer local hub (form " + form + ")");
		}
		return readFields(in);
	}
}
