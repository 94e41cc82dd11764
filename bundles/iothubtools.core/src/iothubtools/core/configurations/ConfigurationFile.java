// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.configurations;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import iothubtools.client.configurations.Configuration;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.json.JsonArrayNode;
import iothubtools.client.json.JsonDocument;
import iothubtools.client.json.JsonNode;
import iothubtools.client.json.JsonObjectNode;
import iothubtools.client.json.JsonWriter;
import iothubtools.core.status.FolderException;
import iothubtools.core.transfer.WholeFile;

/** Configurations in a JSON file, as the hub writes them, without what only the hub sets: an array, or one object. */
public final class ConfigurationFile {

	/** Far more than a hub has: a file that somebody took for another one is not read whole. */
	private static final long LIMIT = 64L << 20;

	private ConfigurationFile() {
	}

	/** Writes them; what is at the place of the file stays there until the new one is whole. */
	public static void write(Path file, List<Configuration> configurations) throws IOException {
		String array = configurations.stream().map(each -> each.anew().toJson()).collect(Collectors.joining(",", "[", "]"));
		JsonNode root = JsonDocument.read(array).root();
		try (WholeFile whole = WholeFile.begin(file)) {
			Files.writeString(whole.part(), (root == null ? array : JsonWriter.pretty(root)) + "\n");
			whole.replace();
		}
	}

	/**
	 * Reads them.
	 *
	 * @throws IOException also for a file that holds something else, with what is wrong in words
	 */
	static List<Configuration> read(Path file) throws IOException {
		FolderException.check(file);
		if (Files.size(file) > LIMIT) {
			throw new IOException(Messages.File_none);
		}
		String text = text(file);
		if (text.isBlank()) {
			throw new IOException(Messages.File_none);
		}
		JsonDocument document = JsonDocument.read(text);
		if (!document.problems().isEmpty()) {
			int line = (int) text.substring(0, Math.min(text.length(), document.problems().get(0).offset())).lines().count();
			throw new IOException(NLS.bind(Messages.File_noJson, Math.max(1, line)));
		}
		List<JsonNode> nodes = document.root() instanceof JsonArrayNode array ? array.items()
				: document.root() instanceof JsonObjectNode object ? List.of(object) : List.of();
		List<Configuration> read = new ArrayList<>();
		for (JsonNode node : nodes) {
			try {
				read.add(checked(Configuration.parse(text.substring(node.offset(), node.end())), read.size() + 1));
			} catch (InvalidInputException e) {
				throw new IOException(NLS.bind(Messages.File_entry, read.size() + 1), e);
			}
		}
		if (read.isEmpty()) {
			throw new IOException(Messages.File_none);
		}
		return read;
	}

	/** A member that cannot be taken is not left out without a word: what would be made is not what the file says. */
	private static Configuration checked(Configuration written, int entry) throws IOException {
		String wrong = written.wrongMember();
		if (wrong != null) {
			throw new IOException(NLS.bind(Messages.File_member, new Object[] { entry, written.id(), wrong }));
		}
		return written.anew();
	}

	private static String text(Path file) throws IOException {
		try {
			String text = Files.readString(file);
			// some editors of Windows begin a file with it
			return text.startsWith("\uFEFF") ? " " + text.substring(1) : text;
		} catch (CharacterCodingException e) {
			throw new IOException(Messages.File_noText, e);
		}
	}
}
