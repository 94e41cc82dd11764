// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import iothubtools.ui.internal.forms.Fields;

/** The last page of a wizard: what the hub replied, in a text to read, select and copy. */
public abstract class ReplyPage extends ScrolledPage {

	private static final int LINES = 8;

	private final String label;
	private final String replyId;
	private @Nullable Text reply;

	/**
	 * @param label   stands above the reply
	 * @param replyId id of the reply's text
	 */
	protected ReplyPage(String name, String title, String label, String replyId) {
		super(name, title);
		this.label = label;
		this.replyId = replyId;
	}

	@Override
	final void createContent(Composite page) {
		Fields.label(page, label);
		Text text = Fields.readOnly(page, SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER, replyId);
		text.setFont(JFaceResources.getTextFont());
		GridDataFactory.fillDefaults().grab(true, true).hint(300, text.getLineHeight() * LINES).applyTo(text);
		reply = text;
		createBelow(page);
	}

	/** Makes what stands below the reply, in a one-column parent; nothing here. */
	protected void createBelow(Composite page) {
		// a reply says it all
	}

	/** What is shown now; empty at first. */
	protected final String reply() {
		return reply == null ? "" : reply.getText();
	}

	/** Shows a reply instead of what is shown now. */
	protected final void show(String text) {
		if (reply != null) {
			reply.setText(text);
		}
	}
}
