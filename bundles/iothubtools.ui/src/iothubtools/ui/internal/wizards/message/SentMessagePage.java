// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Text;

import iothubtools.client.SendReceipt;
import iothubtools.ui.internal.wizards.ReplyPage;

/** What the hub answered to each message of this wizard, newest first. Back leads to the form to send another. */
final class SentMessagePage extends ReplyPage {

	private static final int NO_CONTENT = 204;

	SentMessagePage() {
		super("sentMessage", Messages.Sent_title, Messages.Sent_replies_label, SendMessageFields.REPLY);
	}

	/** Adds a reply. */
	void show(String deviceId, long size, SendReceipt receipt) {
		setDescription(NLS.bind(Messages.Sent_description, deviceId));
		String time = LocalTime.now().format(DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM));
		String line = NLS.bind(Messages.Sent_reply, new Object[] { time, deviceId, MessageSize.text(size),
				status(receipt), receipt.elapsed().toMillis() });
		show(line + Text.DELIMITER + reply());
	}

	private static String status(SendReceipt receipt) {
		return receipt.status() == NO_CONTENT ? NO_CONTENT + " No Content" : String.valueOf(receipt.status());
	}
}
