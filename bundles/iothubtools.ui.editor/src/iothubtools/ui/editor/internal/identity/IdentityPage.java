// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.identity;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.forms.editor.FormPage;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.ReplaceDeviceOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;
import iothubtools.ui.editor.internal.input.DeviceEditorInput;
import iothubtools.ui.editor.internal.page.HubReading;
import iothubtools.ui.editor.internal.page.PageNotice;
import iothubtools.ui.editor.internal.page.Saving;
import iothubtools.ui.editor.internal.page.TitledPart;

/** The identity of a device: what can be changed of it is saved under the etag it was read with. */
public final class IdentityPage extends FormPage {

	/** What tests find it by. */
	public static final String REFRESH = "identityRefresh";

	private @Nullable PageNotice notice;
	private @Nullable HubReading reading;
	private @Nullable IdentityFields fields;
	private @Nullable Composite whole;
	/** As the hub had it when it was read or saved last. */
	private @Nullable DeviceIdentity base;

	public IdentityPage(FormEditor editor) {
		super(editor, "identity", Messages.Title);
	}

	@Override
	public void createPartControl(@Nullable Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		whole = page;
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
		notice = new PageNotice(page);
		reading = new HubReading(page);
		Composite rest = new Composite(page, SWT.NONE);
		rest.setLayout(new FillLayout());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(rest);
		TitledPart part = new TitledPart(rest, Messages.Head);
		part.link(Messages.Refresh, REFRESH, this::load);
		fields = new IdentityFields(part.content(), () -> getEditor().editorDirtyStateChanged());
		load();
	}

	/** This page has no form of Eclipse's own. */
	@Override
	public @Nullable Control getPartControl() {
		return whole;
	}

	@Override
	public void setFocus() {
		IdentityFields form = fields;
		if (form != null) {
			form.setFocus();
		}
	}

	@Override
	public boolean isDirty() {
		IdentityFields form = fields;
		DeviceIdentity seen = base;
		return form != null && seen != null && !form.edits().equals(IdentityEdits.of(seen));
	}

	/** Reads the identity anew; what was edited stays, what others changed comes. */
	private void load() {
		PageNotice line = notice;
		HubReading hub = reading;
		if (line == null || hub == null || !(getEditorInput() instanceof DeviceEditorInput device)) {
			return;
		}
		HubConnection connection = device.connection();
		if (connection == null) {
			line.problem(Messages.No_connection);
			return;
		}
		line.info(NLS.bind(Messages.Reading, device.deviceId()));
		hub.start(new GetDeviceOperation(connection, device.deviceId()), read -> {
			line.clear();
			show(read);
		}, failure -> line.problem(NLS.bind(Messages.Failed, device.deviceId(), failure.getMessage()), Messages.Try_again, this::load));
	}

	private void show(DeviceIdentity device) {
		IdentityFields form = fields;
		DeviceIdentity before = base;
		if (form != null) {
			IdentityEdits theirs = IdentityEdits.of(device);
			boolean sameKind = before != null && before.authentication().type().equals(device.authentication().type());
			IdentityEdits shown = before == null || !sameKind ? theirs : form.edits().over(IdentityEdits.of(before), theirs);
			base = device;
			form.show(device, shown);
			getEditor().editorDirtyStateChanged();
		}
	}

	@Override
	public void doSave(@Nullable IProgressMonitor monitor) {
		IdentityFields form = fields;
		DeviceIdentity seen = base;
		PageNotice line = notice;
		if (form == null || seen == null || line == null || !(getEditorInput() instanceof DeviceEditorInput device)) {
			return;
		}
		HubConnection connection = device.connection();
		if (connection == null) {
			refuse(monitor, line, Messages.No_connection);
			return;
		}
		String keyProblem = form.edits().keyProblem(seen);
		if (keyProblem != null) {
			refuse(monitor, line, NLS.bind(Messages.Save_failed, keyProblem));
			return;
		}
		try {
			IdentityChange change = form.edits().changeOf(seen);
			// says here what cannot be
			change.applyTo(seen);
			DeviceIdentity now = Saving.run(getSite().getShell().getDisplay(), monitor,
					progress -> IotHubCore.get().operations().run(new ReplaceDeviceOperation(connection, seen, change), progress));
			base = now;
			form.show(now, IdentityEdits.of(now));
			line.clear();
			getEditor().editorDirtyStateChanged();
		} catch (InvalidInputException e) {
			refuse(monitor, line, NLS.bind(Messages.Save_failed, e.getMessage()));
		} catch (CoreException e) {
			failed(monitor, line, connection, e.getStatus());
		}
	}

	private void failed(@Nullable IProgressMonitor monitor, PageNotice line, HubConnection connection, IStatus why) {
		if (why.matches(IStatus.CANCEL)) {
			refuse(monitor, line, Messages.Save_cancelled);
		} else if (HubStatus.code(why) == HubStatusCode.CHANGED_MEANWHILE) {
			refuse(monitor, line, Messages.Changed_meanwhile);
			HubReading hub = reading;
			if (hub != null && getEditorInput() instanceof DeviceEditorInput device) {
				hub.start(new GetDeviceOperation(connection, device.deviceId()), this::show,
						failure -> line.problem(NLS.bind(Messages.Failed, device.deviceId(), failure.getMessage()), Messages.Try_again, this::load));
			}
		} else {
			refuse(monitor, line, NLS.bind(Messages.Save_failed, why.getMessage()));
		}
	}

	/** Says why nothing was saved; whoever wanted to close the editor after that does not. */
	private static void refuse(@Nullable IProgressMonitor monitor, PageNotice line, String why) {
		if (monitor != null) {
			monitor.setCanceled(true);
		}
		line.problem(why);
	}
}
