// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

/** How devices are written; {@link DeviceFileReader} reads each. */
public enum ExportFormat {
	/** With a header, for spreadsheets: no cell begins as a formula does. */
	CSV,
	/** An object a line. */
	JSON_LINES
}
