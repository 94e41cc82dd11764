// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.status;

/** A device or module was deleted and created anew since somebody saw it: its generation ID is another one (contract §4), whatever its etag. Nothing was written. */
public final class OtherDeviceException extends Exception {

	private static final long serialVersionUID = 1L;

	/** The message is the id of the device or module. */
	public OtherDeviceException(String id) {
		super(id);
	}
}
