// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import com.google.gson.JsonObject;

import iothubtools.client.errors.InvalidInputException;
import iothubtools.core.transfer.TextLines.TextLine;

/** Devices as JSON, each a text of its own: the lines of JSON Lines, or the elements of an array. */
final class JsonEntries implements Entries {

	/** Gives the texts one after the other, null at the end. */
	@FunctionalInterface
	interface Texts {
		@Nullable TextLine next() throws IOException;
	}

	private final Texts texts;
	private final Queue<FileEntry> told = new ArrayDeque<>();
	private final Set<String> unknown = new HashSet<>();

	JsonEntries(Texts texts) {
		this.texts = texts;
	}

	@Override
	public @Nullable FileEntry next() throws IOException {
		if (!told.isEmpty()) {
			return told.remove();
		}
		TextLine line = texts.next();
		while (line != null && line.text() != null && line.text().isBlank()) {
			line = texts.next();
		}
		if (line == null) {
			return null;
		}
		told.add(entry(line));
		return told.remove();
	}

	private FileEntry entry(TextLine line) {
		String text = line.text();
		if (text == null) {
			return new FileEntry.LineProblem(line.number(), null, line.reason());
		}
		if (!(StrictJson.parse(text) instanceof JsonObject json)) {
			return new FileEntry.LineProblem(line.number(), null, Messages.Json_noObject);
		}
		DeviceFields fields = new DeviceFields();
		try {
			DeviceJson.read(json, fields, name -> {
				if (unknown.add(name)) {
					told.add(new FileEntry.UnknownColumn(line.number(), name));
				}
			});
			return fields.device(line.number());
		} catch (InvalidInputException e) {
			return new FileEntry.LineProblem(line.number(), fields.deviceId(), NLS.bind(Messages.Field_problem, e.field(), e.reason()));
		}
	}
}
