// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.messages.DeviceMessage;

/** Looks into the file of a body, anew only when it has changed, as it is asked with each key that is typed. */
final class FileBody {

	private record Look(Path file, long size, FileTime changed, Charset charset) {
	}

	private @Nullable Look last;
	private @Nullable String found;

	/** Where the file stops being JSON; null when all of it is, when it is too large to be sent, or cannot be read. */
	@Nullable
	String jsonProblem(Path file, Charset charset) {
		try {
			Look look = new Look(file, Files.size(file), Files.getLastModifiedTime(file), charset);
			if (!look.equals(last)) {
				found = look.size() > DeviceMessage.MAX_SIZE || look.size() == 0 ? null : problem(Files.readAllBytes(file), charset);
				last = look;
			}
			return found;
		} catch (IOException e) {
			// another rule tells that it cannot be read
			return null;
		}
	}

	private static @Nullable String problem(byte[] bytes, Charset charset) {
		try {
			return JsonBody.problem(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
		} catch (CharacterCodingException e) {
			return Messages.Body_not_json;
		}
	}
}
