// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.clipboard;

import java.util.List;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import iothubtools.client.auth.ConnectionString;
import iothubtools.client.auth.KeySlot;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.core.IotHubCore;
import iothubtools.core.credentials.OwnCredential;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.HubJob;
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
 * The connection string of a device as a QR code, to be scanned by the device or a telephone. It is a secret that a camera takes in at a glance:
 * the key is not even read before somebody asks to see it, and forgotten when the code is hidden.
 */
public final class QrCodeDialog extends FormDialog {

	/** In pixels at the usual zoom: a long string has some 70 modules on each side, which a camera wants to have four pixels each. */
	private static final int SIZE = 330;

	private final DeviceNode device;
	private KeySlot slot = KeySlot.PRIMARY;
	private boolean shown;
	private @Nullable QrCode code;
	private @Nullable HubJob<DeviceIdentity> reading;
	private @Nullable Canvas canvas;
	private @Nullable Label state;
	private @Nullable RemedyLinks remedies;

	/** A dialog that is not open yet. */
	public QrCodeDialog(Shell parent, DeviceNode device) {
		super(parent, Messages.Qr_title);
		this.device = device;
	}

	@Override
	protected void createFields(Composite area) {
		Composite form = form(area, 1);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(form);
		Composite keys = Fields.grid(form, 3);
		Fields.label(keys, Messages.Qr_key);
		key(keys, Messages.Token_primary, QrCodeFields.PRIMARY, KeySlot.PRIMARY);
		key(keys, Messages.Token_secondary, QrCodeFields.SECONDARY, KeySlot.SECONDARY);
		Fields.choice(form, SWT.CHECK, Messages.Qr_show, QrCodeFields.SHOW, false, this::show);
		Canvas picture = WidgetIds.mark(new Canvas(form, SWT.BORDER | SWT.DOUBLE_BUFFERED), QrCodeFields.CODE);
		Fields.accessibleName(picture, NLS.bind(Messages.Qr_accessible, device.deviceId()));
		GridDataFactory.fillDefaults().grab(true, true).align(SWT.FILL, SWT.FILL).hint(SIZE, SIZE).applyTo(picture);
		picture.addListener(SWT.Paint, event -> {
			QrCode painted = code;
			if (painted != null) {
				painted.paint(event.gc, picture.getClientArea());
			}
		});
		picture.addListener(SWT.Resize, event -> picture.redraw());
		canvas = picture;
		Label line = WidgetIds.mark(new Label(form, SWT.WRAP), QrCodeFields.STATE);
		GridDataFactory.fillDefaults().grab(true, false).hint(SIZE, SWT.DEFAULT).applyTo(line);
		line.setText(Messages.Qr_hidden);
		state = line;
		remedies = new RemedyLinks(form);
	}

	private void key(Composite keys, String label, String id, KeySlot choice) {
		Fields.choice(keys, SWT.RADIO, label, id, slot == choice, chosen -> {
			if (chosen && slot != choice) {
				slot = choice;
				if (shown) {
					show(true);
				}
			}
		});
	}

	@Override
	protected Control createContents(@Nullable Composite parent) {
		Control contents = super.createContents(parent);
		// an id may have 128 characters, for which a message has no room
		setTitle(NLS.bind(Messages.Qr_device, device.deviceId(), device.connection().name()));
		setMessage(Messages.Qr_message, IMessageProvider.WARNING);
		return contents;
	}

	@Override
	protected void createButtonsForButtonBar(@Nullable Composite parent) {
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CLOSE_LABEL, true);
	}

	private void show(boolean wanted) {
		shown = wanted;
		stop();
		tell(null, wanted ? NLS.bind(Messages.Qr_reading, device.connection().name()) : Messages.Qr_hidden, List.of());
		if (wanted) {
			read();
		}
	}

	private void read() {
		HubJob<DeviceIdentity> job = IotHubCore.get().operations().job(new GetDeviceOperation(device.connection(), device.deviceId())).quiet();
		reading = job;
		Display display = getShell().getDisplay();
		job.whenDone(done -> {
			if (!display.isDisposed()) {
				display.asyncExec(() -> {
					if (reading == done && canvas != null && !canvas.isDisposed()) {
						came(done);
					}
				});
			}
		});
		job.schedule();
	}

	private void came(HubJob<DeviceIdentity> done) {
		reading = null;
		DeviceIdentity identity = done.result();
		if (identity == null) {
			failed(done.outcome());
			return;
		}
		OwnCredential own = OwnCredential.of(device.connection(), identity, slot);
		ConnectionString string = own.connectionString();
		if (string == null) {
			tell(null, NLS.bind(Messages.Qr_none, device.deviceId(), own.problem()), List.of());
		} else {
			tell(QrCode.of(string.format()), Messages.Qr_shown, List.of());
		}
	}

	private void failed(IStatus why) {
		RemedyPlace place = RemedyPlace.part(this::getShell, () -> show(true), this::failed);
		// the view cannot be looked at beside a dialog
		tell(null, why.getMessage(), Remedies.of(why, place).stream().filter(offer -> offer.remedy() != Remedy.REFRESH).toList());
	}

	private void tell(@Nullable QrCode now, String text, List<Offer> offers) {
		code = now;
		Canvas picture = canvas;
		Label line = state;
		RemedyLinks links = remedies;
		if (picture != null && line != null && links != null) {
			picture.redraw();
			line.setText(text.replace("&", "&&"));
			links.show(offers);
			line.getParent().layout();
		}
	}

	private void stop() {
		HubJob<DeviceIdentity> job = reading;
		reading = null;
		if (job != null) {
			job.cancel();
		}
	}

	@Override
	public boolean close() {
		stop();
		code = null;
		return super.close();
	}
}
