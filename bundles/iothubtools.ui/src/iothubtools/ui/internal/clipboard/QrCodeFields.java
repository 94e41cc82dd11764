// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.clipboard;

/** Ids of the fields of the dialog with the QR code. */
public final class QrCodeFields {

	public static final String SHOW = "showQrCode";
	public static final String SECONDARY = "qrSecondaryKey";
	public static final String PRIMARY = "qrPrimaryKey";
	public static final String CODE = "qrCode";
	public static final String STATE = "qrState";

	private QrCodeFields() {
	}
}
