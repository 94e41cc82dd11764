// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import iothubtools.client.SendReceipt;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.wizards.ReplyPage;

/** What the hub answered to each message of this wizard, newest first, and from where the same or another one is sent. */
final class SentMessagePage extends ReplyPage {

	private static final int NO_CONTENT = 204;

	private final Runnable again;
	private final Runnable edit;

	/**
	 * @param again sends the same once more
	 * @param edit  leads to the form as it is
	 */
	SentMessagePage(Runnable again, Runnable edit) {
		super("sentMessage", Messages.Sent_title, Messages.Sent_replies_label, SendMessageFields.REPLY);
		this.again = again;
		this.edit = edit;
	}

	@Override
	protected void createBelow(Composite page) {
		Composite row = new Composite(page, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
		Fields.button(row, Messages.Again_label, SendMessageFields.SEND_AGAIN, again);
		Fields.button(row, Messages.Edit_label, SendMessageFields.EDIT_MESSAGE, edit);
	}

	/** The message was sent: what leads back is said by a button of the page. */
	@Override
	public @Nullable IWizardPage getPreviousPage() {
		return null;
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
