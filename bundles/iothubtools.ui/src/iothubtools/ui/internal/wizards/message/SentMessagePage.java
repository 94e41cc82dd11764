// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import iothubtools.client.SendReceipt;
import iothubtools.ui.internal.forms.Fields;

/** What the hub answered to each message of this wizard, newest first. Back leads to the form to send another. */
final class SentMessagePage extends WizardPage {

	private static final int NO_CONTENT = 204;

	private @Nullable Text replies;

	SentMessagePage() {
		super("sentMessage", Messages.Sent_title, null);
	}

	@Override
	public void createControl(@Nullable Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().margins(10, 10).applyTo(page);
		Fields.label(page, Messages.Sent_replies_label);
		Text text = Fields.readOnly(page, SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER, SendMessageFields.REPLY);
		text.setFont(JFaceResources.getTextFont());
		GridDataFactory.fillDefaults().grab(true, true).hint(300, 150).applyTo(text);
		replies = text;
		setControl(page);
	}

	/** Adds a reply. */
	void show(String deviceId, long size, SendReceipt receipt) {
		setDescription(NLS.bind(Messages.Sent_description, deviceId));
		if (replies != null) {
			String time = LocalTime.now().format(DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM));
			String line = NLS.bind(Messages.Sent_reply, new Object[] { time, deviceId, MessageSize.text(size),
					status(receipt), receipt.elapsed().toMillis() });
			replies.setText(line + Text.DELIMITER + replies.getText());
		}
	}

	private static String status(SendReceipt receipt) {
		return receipt.status() == NO_CONTENT ? NO_CONTENT + " No Content" : String.valueOf(receipt.status());
	}
}
