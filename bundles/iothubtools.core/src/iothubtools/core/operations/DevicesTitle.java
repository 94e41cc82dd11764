// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.List;

import org.eclipse.osgi.util.NLS;

import iothubtools.core.tasks.TaskCounts;

/** The title of work on devices: the only one is named, several are counted. */
final class DevicesTitle {

	private DevicesTitle() {
	}

	/**
	 * The title.
	 *
	 * @param one  with a place for the id of a device
	 * @param many with a place for the number of devices
	 */
	static String of(List<String> deviceIds, String one, String many) {
		return deviceIds.size() == 1 ? NLS.bind(one, deviceIds.get(0)) : NLS.bind(many, TaskCounts.number(deviceIds.size()));
	}
}
