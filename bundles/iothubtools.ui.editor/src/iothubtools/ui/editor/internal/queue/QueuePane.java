// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

import iothubtools.client.devices.ConnectionState;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.core.operations.SettleMessageOperation.End;
import iothubtools.ui.editor.internal.page.ScrolledPart;
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
	static final String NOTHING = "queueNothing";

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

	/** Of the rows and what is in one of them, at the least. */
	private static final int LEAST_LINES = 12;

	private final ScrolledPart room;
	private final Label count;
	private final Composite warning;
	private final Button receive;
	private final List<Button> ends;
	private final Composite rows;
	private final StackLayout eitherOr = new StackLayout();
	/** What stands in place of the rows while there are none: why they are not those that wait. */
	private final Composite nothing;
	private final ReceivedTable table;
	private final ReceivedDetails details;
	private final List<Received> messages = new ArrayList<>();
	private boolean busy;

	QueuePane(Composite parent, Steps steps) {
		room = ScrolledPart.upright(parent);
		Composite pane = room.content();
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
		Label connected = WidgetIds.mark(new Label(warning, SWT.WRAP), WARNING);
		connected.setText(Messages.Connected);
		GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).applyTo(connected);
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
		GridDataFactory.fillDefaults().grab(true, true).hint(1, new PixelConverter(pane).convertHeightInCharsToPixels(LEAST_LINES)).applyTo(sash);
		rows = new Composite(sash, SWT.NONE);
		rows.setLayout(eitherOr);
		table = new ReceivedTable(rows, this::selected);
		nothing = new Composite(rows, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(LayoutConstants.getMargins()).applyTo(nothing);
		Label why = WidgetIds.mark(new Label(nothing, SWT.WRAP), NOTHING);
		why.setText(Messages.Received_none);
		GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).applyTo(why);
		eitherOr.topControl = nothing;
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
		if (waiting == 0) {
			messages.replaceAll(Received::outOfTheQueue);
			list();
			selected();
		}
		String said = waiting == 0 ? Messages.Waiting_none : waiting == 1 ? Messages.Waiting_one : NLS.bind(Messages.Waiting, waiting);
		count.setText(device.status() == DeviceStatus.DISABLED ? NLS.bind(Messages.Waiting_disabled, said) : said);
		boolean connected = device.connectionState() == ConnectionState.CONNECTED;
		warning.setVisible(connected);
		if (warning.getLayoutData() instanceof GridData data) {
			data.exclude = !connected;
		}
		warning.requestLayout();
		room.fit();
	}

	/** One came; it is in the place of what it was before, where it came once more. */
	void add(Received received) {
		messages.removeIf(before -> before.key().equals(received.key()));
		messages.add(received);
		while (messages.size() > MOST) {
			messages.remove(0);
		}
		list();
		table.select(received);
		selected();
	}

	private void list() {
		table.show(List.copyOf(messages));
		Control top = messages.isEmpty() ? nothing : table.widget();
		if (eitherOr.topControl != top) {
			eitherOr.topControl = top;
			rows.layout();
		}
	}

	/** What became of one. */
	void replace(Received before, Received now) {
		messages.replaceAll(received -> received.key().equals(before.key()) ? now : received);
		list();
		selected();
	}

	/** Whether the hub is asked for something: one thing at a time. */
	void busy(boolean now) {
		busy = now;
		selected();
	}

	/** Whether some were received. */
	boolean hasMessages() {
		return !messages.isEmpty();
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
