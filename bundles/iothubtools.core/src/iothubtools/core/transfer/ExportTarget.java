// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.TreeSet;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What is to be written where. What an interrupted run has left belongs to all of it, so that no two exports are mixed.
 *
 * @param file      where it is to be in the end
 * @param hub       what tells the hub from others
 * @param format    how devices are written
 * @param keys      whether their keys are written, too
 * @param deviceIds which devices; empty for all
 */
public record ExportTarget(Path file, String hub, ExportFormat format, boolean keys, List<String> deviceIds) {

	public ExportTarget {
		file = file.toAbsolutePath();
		deviceIds = List.copyOf(deviceIds);
	}

	/** The file as long as it is not whole. */
	public Path partFile() {
		// Java says how the hash of a list and of a text is made, so that it is the same next time
		String some = deviceIds.isEmpty() ? "" : ".selection-" + Integer.toHexString(List.copyOf(new TreeSet<>(deviceIds)).hashCode());
		return file.resolveSibling(file.getFileName() + "." + hub.replaceAll("[^A-Za-z0-9.-]", "-") + some
				+ (format == ExportFormat.CSV ? ".csv" : ".json") + (keys ? ".keys" : "") + ".part");
	}

	/** What an interrupted run has left; null if there is nothing of use. */
	public @Nullable ExportPart part() {
		Path part = partFile();
		try {
			BasicFileAttributes attributes = Files.readAttributes(part, BasicFileAttributes.class);
			return attributes.isRegularFile() && attributes.size() > 0
					? new ExportPart(part, attributes.lastModifiedTime().toInstant(), attributes.size()) : null;
		} catch (IOException e) {
			return null;
		}
	}
}
