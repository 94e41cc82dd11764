// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

import iothubtools.client.devices.ConnectionState;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.core.operations.SettleMessageOperation.End;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;

/** How many messages wait, what can be done with them, and those that were received. */
final class QueuePane {

	/** What tests find it by. */
	static final String COUNT = "queueCount";
	static final String WARNING = "queueWarning";
	static final String RECEIVE = "queueReceive";
	static final String COMPLETE = "queueComplete";
	static final String ABANDON = "queueAbandon";
	static final String REJECT = "queueReject";
	static final String SEND = "queueSend";
	static final String PURGE = "queuePurge";

	/** More than a queue has; of those that came before them nobody asks any more. */
	private static final int MOST = 200;

	/** What a person does here. */
	interface Steps {

		void receive();

		/** Of each of them that is still locked. */
		void settle(List<Received> received, End end);

		void send();

		void purge();
	}

	private final Composite pane;
	private final Label count;
	private final Composite warning;
	private final Button receive;
	private final List<Button> ends;
	private final ReceivedTable table;
	private final ReceivedDetails details;
	private final List<Received> messages = new ArrayList<>();
	private boolean busy;

	QueuePane(Composite parent, Steps steps) {
		pane = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(pane);
		Composite head = new Composite(pane, SWT.NONE);
		GridLayoutFactory.fillDefaults().extendedMargins(6, 6, 2, 0).spacing(0, 4).applyTo(head);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
		count = WidgetIds.mark(new Label(head, SWT.WRAP), COUNT);
		GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).applyTo(count);
		warning = new Composite(head, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(warning);
		GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(warning);
		Label icon = new Label(warning, SWT.NONE);
		icon.setImage(PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_WARN_TSK));
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(icon);
		Label why = WidgetIds.mark(new Label(warning, SWT.WRAP), WARNING);
		why.setText(Messages.Connected);
		GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).applyTo(why);
		warning.setVisible(false);
		Composite buttons = new Composite(head, SWT.NONE);
		RowLayoutFactory.fillDefaults().wrap(true).pack(true).spacing(6).applyTo(buttons);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(buttons);
		receive = button(buttons, Messages.Receive, RECEIVE, steps::receive);
		ends = List.of(button(buttons, Messages.Complete, COMPLETE, () -> steps.settle(locked(), End.COMPLETE)),
				button(buttons, Messages.Abandon, ABANDON, () -> steps.settle(locked(), End.ABANDON)),
				button(buttons, Messages.Reject, REJECT, () -> steps.settle(locked(), End.REJECT)));
		button(buttons, Messages.Send, SEND, steps::send);
		button(buttons, Messages.Purge, PURGE, steps::purge);
		SashForm sash = new SashForm(pane, SWT.VERTICAL | SWT.SMOOTH);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		Composite rows = new Composite(sash, SWT.NONE);
		rows.setLayout(new FillLayout());
		table = new ReceivedTable(rows, this::selected);
		details = new ReceivedDetails(sash);
		sash.setWeights(2, 3);
		selected();
	}

	private static Button button(Composite row, String label, String id, Runnable action) {
		Button button = Fields.button(row, label, id, action);
		button.setLayoutData(new RowData());
		return button;
	}

	/** How many wait, and what whoever receives should know of the device. */
	void show(DeviceIdentity device) {
		int waiting = device.cloudToDeviceMessageCount();
		String said = waiting == 0 ? Messages.Waiting_none : waiting == 1 ? Messages.Waiting_one : NLS.bind(Messages.Waiting, waiting);
		count.setText(device.status() == DeviceStatus.DISABLED ? NLS.bind(Messages.Waiting_disabled, said) : said);
		boolean connected = device.connectionState() == ConnectionState.CONNECTED;
		warning.setVisible(connected);
		if (warning.getLayoutData() instanceof GridData data) {
			data.exclude = !connected;
		}
		warning.requestLayout();
	}

	/** One came; it is in the place of what it was before, where it came once more. */
	void add(Received received) {
		messages.removeIf(before -> before.key().equals(received.key()));
		messages.add(received);
		while (messages.size() > MOST) {
			messages.remove(0);
		}
		table.show(List.copyOf(messages));
		table.select(received);
		selected();
	}

	/** What became of one. */
	void replace(Received before, Received now) {
		messages.replaceAll(received -> received.key().equals(before.key()) ? now : received);
		table.show(List.copyOf(messages));
		selected();
	}

	/** Whether the hub is asked for something: one thing at a time. */
	void busy(boolean now) {
		busy = now;
		selected();
	}

	boolean isBusy() {
		return busy;
	}

	/** The selected messages of which it can still be said what becomes of them. */
	private List<Received> locked() {
		return table.selected().stream().filter(received -> received.isLocked(Instant.now())).toList();
	}

	private void selected() {
		receive.setEnabled(!busy);
		boolean any = !busy && !locked().isEmpty();
		ends.forEach(button -> button.setEnabled(any));
		List<Received> chosen = table.selected();
		@Nullable Received one = chosen.size() == 1 ? chosen.get(0) : null;
		details.show(one == null ? null : one.message());
	}

	void setFocus() {
		receive.setFocus();
	}
}
