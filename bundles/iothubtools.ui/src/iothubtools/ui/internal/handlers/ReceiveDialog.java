// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import iothubtools.client.commands.CloudToDeviceMessage;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.ReceiveMessageOperation;
import iothubtools.core.operations.SettleMessageOperation;
import iothubtools.core.operations.SettleMessageOperation.End;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.FormDialog;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.remedies.Offer;
import iothubtools.ui.internal.remedies.Remedies;
import iothubtools.ui.internal.remedies.Remedy;
import iothubtools.ui.internal.remedies.RemedyLinks;
import iothubtools.ui.internal.remedies.RemedyPlace;

/**
 * Receives the messages of a device one after another, as the device, and does with each what a person chooses. It is closed by Enter: a
 * message is only settled by who chooses the button. One that is left alone is given again when its lock is over.
 */
final class ReceiveDialog extends FormDialog {

	private static final int COMPLETE = IDialogConstants.CLIENT_ID + 1;
	private static final int ABANDON = IDialogConstants.CLIENT_ID + 2;
	private static final int REJECT = IDialogConstants.CLIENT_ID + 3;
	private static final int NEXT = IDialogConstants.CLIENT_ID + 4;

	private final DeviceNode device;
	private @Nullable CloudToDeviceMessage held;
	private @Nullable HubJob<?> running;
	private @Nullable Text properties;
	private @Nullable Text body;
	private @Nullable RemedyLinks remedies;

	ReceiveDialog(Shell parent, DeviceNode device) {
		super(parent, Messages.Receive_title);
		this.device = device;
	}

	@Override
	protected void createFields(Composite area) {
		Composite form = Fields.grid(area, 1);
		GridLayoutFactory.createFrom((GridLayout) form.getLayout()).margins(10, 10).applyTo(form);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(form);
		Fields.label(form, Messages.Receive_properties);
		properties = lines(form, WidgetIds.RECEIVED_PROPERTIES, 9);
		Fields.label(form, Messages.Receive_body);
		body = lines(form, WidgetIds.RECEIVED_BODY, 8);
		remedies = new RemedyLinks(form);
	}

	private Text lines(Composite form, String id, int lines) {
		Text text = Fields.readOnly(form, SWT.BORDER | SWT.V_SCROLL | SWT.WRAP, id);
		GridDataFactory.fillDefaults().grab(true, true)
				.hint(convertWidthInCharsToPixels(70), lines * text.getLineHeight()).applyTo(text);
		return text;
	}

	@Override
	protected void createButtonsForButtonBar(@Nullable Composite parent) {
		createButton(parent, COMPLETE, Messages.Receive_complete, false);
		createButton(parent, ABANDON, Messages.Receive_abandon, false);
		createButton(parent, REJECT, Messages.Receive_reject, false);
		createButton(parent, NEXT, Messages.Receive_receive, false);
		createButton(parent, IDialogConstants.CANCEL_ID, Messages.Receive_close, true);
	}

	@Override
	protected Control createContents(@Nullable Composite parent) {
		Control contents = super.createContents(parent);
		// an id may have 128 characters, for which a message has no room
		setTitle(NLS.bind(Messages.Receive_device, device.deviceId(), device.connection().name()));
		receive();
		return contents;
	}

	@Override
	protected void buttonPressed(int id) {
		switch (id) {
		case COMPLETE -> settle(End.COMPLETE);
		case ABANDON -> settle(End.ABANDON);
		case REJECT -> settle(End.REJECT);
		case NEXT -> receive();
		default -> super.buttonPressed(id);
		}
	}

	private void receive() {
		start(new ReceiveMessageOperation(device.connection(), device.deviceId()), this::received);
	}

	private void received(Optional<CloudToDeviceMessage> received) {
		CloudToDeviceMessage message = received.orElse(null);
		held = message;
		show(message == null ? "" : ReceivedText.properties(message), message == null ? "" : ReceivedText.body(message));
		setMessage(message == null ? Messages.Receive_none : Messages.Receive_held, IMessageProvider.INFORMATION);
	}

	private void settle(End end) {
		CloudToDeviceMessage message = held;
		if (message != null) {
			start(new SettleMessageOperation(device.connection(), device.deviceId(), message.lockToken(), end), done -> {
				held = null;
				setMessage(switch (done) {
				case COMPLETE -> Messages.Receive_completed;
				case ABANDON -> Messages.Receive_abandoned;
				case REJECT -> Messages.Receive_rejected;
				}, IMessageProvider.INFORMATION);
			});
		}
	}

	private <T> void start(HubOperation<T> operation, Consumer<T> then) {
		setErrorMessage(null);
		offer(List.of());
		setMessage(NLS.bind(Messages.Receive_working, device.connection().name()));
		HubJob<T> job = IotHubCore.get().operations().job(operation).quiet();
		running = job;
		enable();
		Display display = getShell().getDisplay();
		job.whenDone(done -> {
			if (!display.isDisposed()) {
				display.asyncExec(() -> ended(done, then));
			}
		});
		job.schedule();
	}

	private <T> void ended(HubJob<T> job, Consumer<T> then) {
		Text text = body;
		if (text == null || text.isDisposed()) {
			return;
		}
		running = null;
		T result = job.result();
		if (result != null) {
			then.accept(result);
		} else {
			failed(job.outcome(), () -> start(job.operation(), then));
		}
		enable();
	}

	/** What was received stays to be read; a lock that is over is the hub's to tell, when the next is tried. */
	private void failed(IStatus why, Runnable again) {
		setMessage("");
		setErrorMessage(NLS.bind(Messages.Receive_failed, why.getMessage()));
		RemedyPlace place = RemedyPlace.part(this::getShell, again, problem -> failed(problem, again));
		offer(Remedies.of(why, place).stream().filter(offer -> offer.remedy() != Remedy.REFRESH).toList());
	}

	private void offer(List<Offer> offers) {
		RemedyLinks links = remedies;
		if (links != null) {
			links.show(offers);
			links.control().getParent().layout();
		}
	}

	private void enable() {
		boolean free = running == null;
		set(COMPLETE, free && held != null);
		set(ABANDON, free && held != null);
		set(REJECT, free && held != null);
		set(NEXT, free);
	}

	private void set(int id, boolean enabled) {
		Button button = getButton(id);
		if (button != null) {
			button.setEnabled(enabled);
		}
	}

	private void show(String lines, String text) {
		Text first = properties;
		Text second = body;
		if (first != null && second != null) {
			first.setText(lines);
			second.setText(text);
		}
	}

	@Override
	public boolean close() {
		HubJob<?> job = running;
		if (job != null) {
			job.cancel();
		}
		return super.close();
	}
}
