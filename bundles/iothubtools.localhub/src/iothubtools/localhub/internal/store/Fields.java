// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;

import iothubtools.localhub.internal.devices.AuthenticationType;
import iothubtools.localhub.internal.devices.CertificatePolicy;
import iothubtools.localhub.internal.devices.Credentials;

/**
 * The parts records are written with. A length is one more than it is, 0 means null. One that is longer than what is there was damaged: it
 * is noticed before the memory for it is taken.
 */
final class Fields {

	/** Behind the type of credentials that have more fields than those of the first hubs. */
	private static final String WITH_POLICY = "+";

	private Fields() {
	}

	static void write(WriteBuffer out, @Nullable String text) {
		writeBytes(out, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
	}

	static @Nullable String readNullable(ByteBuffer in) {
		int length = DataUtils.readVarInt(in) - 1;
		return length < 0 ? null : text(in, length);
	}

	static String read(ByteBuffer in) {
		return text(in, DataUtils.readVarInt(in) - 1);
	}

	private static String text(ByteBuffer in, int length) {
		return new String(bytes(in, length), StandardCharsets.UTF_8);
	}

	private static byte[] bytes(ByteBuffer in, int length) {
		byte[] bytes = new byte[possible(in, length)];
		in.get(bytes);
		return bytes;
	}

	/** A length, or a number of parts, each of which has a byte at least. */
	private static int possible(ByteBuffer in, int length) {
		if (length > in.remaining()) {
			throw DataUtils.newMVStoreException(DataUtils.ERROR_FILE_CORRUPT,
					"a record in the data of the local hub is not what was written.");
		}
		return length;
	}

	static void writeBytes(WriteBuffer out, byte @Nullable [] bytes) {
		if (bytes == null) {
			out.putVarInt(0);
		} else {
			out.putVarInt(bytes.length + 1);
			out.put(bytes);
		}
	}

	static byte[] readBytes(ByteBuffer in) {
		return bytes(in, DataUtils.readVarInt(in) - 1);
	}

	static void write(WriteBuffer out, boolean flag) {
		out.put((byte) (flag ? 1 : 0));
	}

	static boolean readFlag(ByteBuffer in) {
		return in.get() != 0;
	}

	static void write(WriteBuffer out, @Nullable Instant time) {
		write(out, time != null);
		if (time != null) {
			out.putVarLong(time.getEpochSecond());
			out.putVarInt(time.getNano());
		}
	}

	static @Nullable Instant readNullableTime(ByteBuffer in) {
		return readFlag(in) ? Instant.ofEpochSecond(DataUtils.readVarLong(in), DataUtils.readVarInt(in)) : null;
	}

	static Instant readTime(ByteBuffer in) {
		Instant time = readNullableTime(in);
		if (time == null) {
			throw new IllegalStateException("a time is missing in the store");
		}
		return time;
	}

	static void write(WriteBuffer out, Credentials credentials) {
		boolean plain = credentials.policy().equals(CertificatePolicy.NONE);
		write(out, plain ? credentials.type().wireName() : credentials.type().wireName() + WITH_POLICY);
		write(out, credentials.primaryKey());
		write(out, credentials.secondaryKey());
		write(out, credentials.primaryThumbprint());
		write(out, credentials.secondaryThumbprint());
		if (!plain) {
			write(out, credentials.policy().resourceId());
			write(out, credentials.policy().caValidation());
		}
	}

	static Credentials readCredentials(ByteBuffer in) {
		String name = read(in);
		boolean plain = !name.endsWith(WITH_POLICY);
		AuthenticationType type = AuthenticationType.of(plain ? name : name.substring(0, name.length() - WITH_POLICY.length()));
		return new Credentials(type, readNullable(in), readNullable(in), readNullable(in), readNullable(in),
				plain ? CertificatePolicy.NONE : new CertificatePolicy(readNullable(in), readNullable(in)));
	}

	static void write(WriteBuffer out, @Nullable List<String> texts) {
		out.putVarInt(texts == null ? 0 : texts.size() + 1);
		if (texts != null) {
			texts.forEach(text -> write(out, text));
		}
	}

	static @Nullable List<String> readNullableList(ByteBuffer in) {
		int count = possible(in, DataUtils.readVarInt(in) - 1);
		if (count < 0) {
			return null;
		}
		List<String> texts = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			texts.add(read(in));
		}
		return List.copyOf(texts);
	}

	static void write(WriteBuffer out, Map<String, String> texts) {
		out.putVarInt(texts.size());
		texts.forEach((name, value) -> {
			write(out, name);
			write(out, value);
		});
	}

	static Map<String, String> readMap(ByteBuffer in) {
		Map<String, String> texts = new LinkedHashMap<>();
		for (int count = possible(in, DataUtils.readVarInt(in)); count > 0; count--) {
			texts.put(read(in), read(in));
		}
		return texts;
	}
}
