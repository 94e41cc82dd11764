// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import java.text.NumberFormat;

import org.eclipse.osgi.util.NLS;

/** Words for the size of a message. */
final class MessageSize {

	private static final int KILOBYTE = 1024;

	private MessageSize() {
	}

	/** How much of what is possible a message takes, as "1.2 KB of 256 KB". */
	static String of(MessageModel model) {
		return NLS.bind(Messages.Size, text(model.size()), text(model.maxSize()));
	}

	/** As "1.2 KB". */
	static String text(long size) {
		if (size < KILOBYTE) {
			return NLS.bind(Messages.Size_bytes, size);
		}
		NumberFormat format = NumberFormat.getNumberInstance();
		format.setMaximumFractionDigits(1);
		return NLS.bind(Messages.Size_kilobytes, format.format((double) size / KILOBYTE));
	}

	/** The exact number, digits grouped. */
	static String bytes(long size) {
		return NumberFormat.getIntegerInstance().format(size);
	}
}
