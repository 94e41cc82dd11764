// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.nio.ByteBuffer;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;

import iothubtools.localhub.internal.json.JsonText;
import iothubtools.localhub.internal.twins.Twin;
import iothubtools.localhub.internal.twins.TwinProperties;

/** How a twin is written: its parts as text, which is what most readers want. */
final class TwinType extends RecordType<Twin> {

	/** Bytes of memory of a twin beyond its texts: three records, and five strings of one byte a character. */
	private static final int MEMORY = 480;

	@Override
	int memory(Twin twin) {
		return MEMORY + length(twin.tags()) + length(twin.desired()) + length(twin.reported());
	}

	private static int length(TwinProperties properties) {
		return length(properties.values()) + length(properties.metadata());
	}

	private static int length(JsonText json) {
		return json.text().length();
	}

	@Override
	public Twin[] createStorage(int size) {
		return new Twin[size];
	}

	@Override
	void writeFields(WriteBuffer out, Twin twin) {
		out.putVarLong(twin.version());
		out.putVarLong(twin.etagVersion());
		write(out, twin.tags());
		write(out, twin.desired());
		write(out, twin.reported());
	}

	private static void write(WriteBuffer out, TwinProperties properties) {
		write(out, properties.values());
		write(out, properties.metadata());
		out.putVarLong(properties.version());
	}

	private static void write(WriteBuffer out, JsonText json) {
		Fields.write(out, json.isEmpty() ? null : json.text());
	}

	@Override
	Twin readFields(ByteBuffer in) {
		return new Twin(DataUtils.readVarLong(in), DataUtils.readVarLong(in), readJson(in), readProperties(in),
				readProperties(in));
	}

	private static TwinProperties readProperties(ByteBuffer in) {
		return new TwinProperties(readJson(in), readJson(in), DataUtils.readVarLong(in));
	}

	private static JsonText readJson(ByteBuffer in) {
		String text = Fields.readNullable(in);
		return text == null ? JsonText.EMPTY : new JsonText(text);
	}
}
