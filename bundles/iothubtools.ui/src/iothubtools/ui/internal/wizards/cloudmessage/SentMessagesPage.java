// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.cloudmessage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.tasks.SentMessage;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.wizards.ResultPage;
import iothubtools.ui.internal.wizards.ResultTable;
import iothubtools.ui.internal.wizards.message.SendMessageFields;

/** What becomes of the messages of this wizard, the newest first, as feedback tells it; from here the same or others are sent. */
final class SentMessagesPage extends ResultPage {

	private static final int DETAIL_LINES = 4;

	private final List<SentMessage> rows = new ArrayList<>();
	private final Runnable again;
	private final Runnable edit;
	private final AtomicBoolean refreshing = new AtomicBoolean();
	private @Nullable HubConnection hub;
	private @Nullable TableViewer viewer;
	private @Nullable Text details;

	/**
	 * @param again sends the same once more
	 * @param edit  leads to the form as it is
	 */
	SentMessagesPage(Runnable again, Runnable edit) {
		super("sentCloudMessages", Messages.Sent_title);
		this.again = again;
		this.edit = edit;
	}

	@Override
	protected void createResult(Composite page) {
		Fields.label(page, Messages.Sent_label);
		TableViewer made = createTable(page);
		Fields.label(page, Messages.Details_label);
		Text text = Fields.readOnly(page, SWT.WRAP | SWT.V_SCROLL | SWT.BORDER, CloudMessageFields.DETAILS);
		GridDataFactory.fillDefaults().grab(true, false).hint(300, text.getLineHeight() * DETAIL_LINES).applyTo(text);
		made.addSelectionChangedListener(event -> showDetails());
		viewer = made;
		details = text;
		Composite row = new Composite(page, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
		Fields.button(row, Messages.Again_label, SendMessageFields.SEND_AGAIN, again);
		Fields.button(row, Messages.Edit_label, SendMessageFields.EDIT_MESSAGE, edit);
	}

	private static TableViewer createTable(Composite page) {
		return new ResultTable<>(page, SentMessage.class, CloudMessageFields.MESSAGES, Messages.Sent_accessible)
				.column(Messages.Column_device, 30, SentMessage::receiver)
				.column(Messages.Column_state, 30, SentText::state, SentMessagesPage::image)
				.column(Messages.Column_since, 15, SentText::since)
				.column(Messages.Column_message_id, 25, message -> {
					String id = message.message().messageId();
					return id == null ? "" : id;
				}).viewer();
	}

	private static @Nullable Image image(SentMessage message) {
		String name = switch (message.state()) {
		case FAILED -> ISharedImages.IMG_OBJS_ERROR_TSK;
		case REJECTED, EXPIRED, DELIVERY_COUNT_EXCEEDED, PURGED, OTHER, UNKNOWN, NOT_TRIED -> ISharedImages.IMG_OBJS_WARN_TSK;
		case SENDING, QUEUED, DELIVERED -> "";
		};
		return name.isEmpty() ? null : PlatformUI.getWorkbench().getSharedImages().getImage(name);
	}

	/** Shows messages above those that were sent before, in the order of their devices, and selects the first of them. */
	void show(HubConnection of, List<SentMessage> newest) {
		hub = of;
		setMessage(null);
		rows.addAll(0, newest);
		if (viewer != null) {
			viewer.setInput(rows);
			viewer.setSelection(new StructuredSelection(rows.get(0)), true);
		}
		refresh();
	}

	/** To be called on any thread when something became of a message: many at once are shown at once. */
	void changed() {
		if (getControl() != null && !PlatformUI.getWorkbench().getDisplay().isDisposed() && refreshing.compareAndSet(false, true)) {
			PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
				refreshing.set(false);
				refresh();
			});
		}
	}

	private void refresh() {
		TableViewer table = viewer;
		if (table != null && !table.getTable().isDisposed() && !rows.isEmpty()) {
			table.refresh();
			setDescription(SentText.summary(rows));
			showDetails();
		}
	}

	private void showDetails() {
		HubConnection of = hub;
		if (viewer != null && details != null && of != null) {
			String text = viewer.getStructuredSelection().getFirstElement() instanceof SentMessage message ? new SentText(of).details(message) : "";
			if (!details.getText().equals(text)) {
				details.setText(text);
			}
		}
	}

	/** Tells that the rows stay as they are, on the UI thread. */
	void noFeedback(IStatus why) {
		if (getControl() != null && !getControl().isDisposed()) {
			setMessage(NLS.bind(Messages.No_feedback, why.getMessage().lines().findFirst().orElse("")), WARNING);
		}
	}
}
