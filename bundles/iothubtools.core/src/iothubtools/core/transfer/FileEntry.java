// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.twins.TwinContent;

/** What a file of devices holds, one after the other. */
public sealed interface FileEntry {

	/** The line where it begins, from 1. */
	long line();

	/**
	 * A device to create.
	 *
	 * @param line   where it begins
	 * @param device the identity, without a parent
	 * @param twin   tags and desired properties, null for none
	 * @param parent the id of the IoT Edge device above it, null for none
	 */
	record DeviceLine(long line, DeviceIdentity device, @Nullable TwinContent twin, @Nullable String parent) implements FileEntry {
	}

	/**
	 * A line that is no device; those after it are read all the same.
	 *
	 * @param line     where it begins
	 * @param deviceId of whom it is, as far as that can be told; null if not
	 * @param reason   what is wrong, in plain English; never a key
	 */
	record LineProblem(long line, @Nullable String deviceId, String reason) implements FileEntry {
	}

	/**
	 * A column, or a member in JSON, that is left out because nobody knows what it means. Told once.
	 *
	 * @param line where it is met first
	 * @param name as it is written there
	 */
	record UnknownColumn(long line, String name) implements FileEntry {
	}
}
