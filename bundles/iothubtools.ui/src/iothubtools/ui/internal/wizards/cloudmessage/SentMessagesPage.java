// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.cloudmessage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
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
import iothubtools.ui.internal.table.ItemTable;
import iothubtools.ui.internal.table.RowOrder;
import iothubtools.ui.internal.wizards.PageTable;
import iothubtools.ui.internal.wizards.ResultPage;
import iothubtools.ui.internal.wizards.message.SendMessageFields;

/** What becomes of the messages of this wizard, the newest first, as feedback tells it; from here the same or others are sent. */
final class SentMessagesPage extends ResultPage {

	private static final int LINES = 8;
	private static final int DETAIL_LINES = 4;

	private final List<SentMessage> rows = new ArrayList<>();
	private final Runnable again;
	private final Runnable edit;
	private final AtomicBoolean refreshing = new AtomicBoolean();
	private @Nullable HubConnection hub;
	private @Nullable ItemTable<SentRow> table;
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
		table = PageTable.create(page, CloudMessageFields.MESSAGES, Messages.Sent_accessible, SentRow.COLUMNS, SentRow::message, LINES)
				.withImages((item, row) -> item.setImage(SentRow.STATE, image(row))).whenSelected(this::showDetails);
		table.order(RowOrder.asTheyCame());
		Fields.label(page, Messages.Details_label);
		Text text = Fields.readOnly(page, SWT.WRAP | SWT.V_SCROLL | SWT.BORDER, CloudMessageFields.DETAILS);
		GridDataFactory.fillDefaults().grab(true, false).hint(300, text.getLineHeight() * DETAIL_LINES).applyTo(text);
		details = text;
		Composite row = new Composite(page, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
		Fields.button(row, Messages.Again_label, SendMessageFields.SEND_AGAIN, again);
		Fields.button(row, Messages.Edit_label, SendMessageFields.EDIT_MESSAGE, edit);
	}

	private static @Nullable Image image(SentRow row) {
		String name = switch (row.state()) {
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
		refresh();
		if (table != null) {
			table.reveal(newest.get(0));
		}
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
		ItemTable<SentRow> shown = table;
		if (shown != null && !shown.widget().isDisposed() && !rows.isEmpty()) {
			shown.show(rows.stream().map(SentRow::of).toList());
			setDescription(SentText.summary(rows));
			showDetails();
		}
	}

	private void showDetails() {
		HubConnection of = hub;
		if (table != null && details != null && of != null) {
			String text = table.selected().stream().findFirst().map(row -> new SentText(of).details(row.message())).orElse("");
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
