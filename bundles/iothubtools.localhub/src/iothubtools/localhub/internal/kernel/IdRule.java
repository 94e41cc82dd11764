// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.kernel;

import java.util.regex.Pattern;

import iothubtools.localhub.internal.errors.HubError;

/** What the id of a device or module may be: 1 to 128 of these ASCII characters (contract §4). */
public enum IdRule {
	/** Of a device. */
	DEVICE("device"),
	/** Of a module. */
	MODULE("module");

	private static final Pattern VALID = Pattern.compile("[A-Za-z0-9\\-:.+%_#*?!(),=@;$']{1,128}");

	private final String owner;

	IdRule(String owner) {
		this.owner = owner;
	}

	/** @throws HubError 400 when it is no such id */
	public void check(String id) {
		if (!VALID.matcher(id).matches()) {
			throw HubError
					.argumentInvalid("The " + owner + " id must be 1 to 128 ASCII letters, digits or -:.+%_#*?!(),=@;$'");
		}
	}
}
