// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.clipboard;

import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/** A text as a QR code, with the white margin that scanners need. */
final class QrCode {

	/** Of light modules, on each side. */
	private static final int MARGIN = 4;

	private final BitMatrix modules;

	private QrCode(BitMatrix modules) {
		this.modules = modules;
	}

	/** @throws IllegalArgumentException if it is longer than a code can hold, some 2,300 bytes */
	static QrCode of(String text) {
		try {
			return new QrCode(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8",
					EncodeHintType.MARGIN, MARGIN, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M)));
		} catch (WriterException e) {
			// without the text, which is a secret
			throw new IllegalArgumentException("too long for a QR code");
		}
	}

	/** Paints it in black and white, whatever the theme, as large as modules of whole pixels can be in there. */
	void paint(GC gc, Rectangle area) {
		int size = Math.max(1, Math.min(area.width, area.height) / modules.getWidth());
		int left = area.x + (area.width - size * modules.getWidth()) / 2;
		int top = area.y + (area.height - size * modules.getHeight()) / 2;
		gc.setBackground(gc.getDevice().getSystemColor(SWT.COLOR_WHITE));
		gc.fillRectangle(left, top, size * modules.getWidth(), size * modules.getHeight());
		gc.setBackground(gc.getDevice().getSystemColor(SWT.COLOR_BLACK));
		for (int y = 0; y < modules.getHeight(); y++) {
			for (int x = 0; x < modules.getWidth(); x++) {
				if (modules.get(x, y)) {
					gc.fillRectangle(left + x * size, top + y * size, size, size);
				}
			}
		}
	}
}
