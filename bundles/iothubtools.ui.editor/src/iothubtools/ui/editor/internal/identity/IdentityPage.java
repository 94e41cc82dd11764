// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.identity;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
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
import iothubtools.ui.editor.internal.page.PageFrame;
import iothubtools.ui.editor.internal.page.Saving;
import iothubtools.ui.editor.internal.page.TitledPart;

/** The identity of a device: what can be changed of it is saved under the etag it was read with. */
public final class IdentityPage extends FormPage {

	/** What tests find it by. */
	public static final String REFRESH = "identityRefresh";

	private @Nullable PageFrame frame;
	private @Nullable IdentityFields fields;
	/** As the hub had it when it was read or saved last. */
	private @Nullable DeviceIdentity base;

	public IdentityPage(FormEditor editor) {
		super(editor, "identity", Messages.Title);
	}

	@Override
	public void createPartControl(@Nullable Composite parent) {
		PageFrame page = new PageFrame(parent, (DeviceEditorInput) getEditorInput());
		frame = page;
		Composite rest = new Composite(page.control(), SWT.NONE);
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
		PageFrame page = frame;
		return page == null ? null : page.control();
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
		PageFrame page = frame;
		HubConnection connection = page == null ? null : page.connection();
		if (page == null || connection == null) {
			return;
		}
		String deviceId = page.device().deviceId();
		page.info(NLS.bind(Messages.Reading, deviceId));
		page.read(new GetDeviceOperation(connection, deviceId), read -> {
			page.clear();
			show(read);
		}, failure -> page.notRead(Messages.Failed, failure, this::load));
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
		PageFrame page = frame;
		HubConnection connection = page == null ? null : page.connection();
		if (form == null || seen == null || page == null || connection == null) {
			refuse(monitor);
			return;
		}
		String keyProblem = form.edits().keyProblem(seen);
		if (keyProblem != null) {
			page.problem(NLS.bind(Messages.Save_failed, keyProblem));
			refuse(monitor);
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
			page.clear();
			getEditor().editorDirtyStateChanged();
		} catch (InvalidInputException e) {
			page.problem(NLS.bind(Messages.Save_failed, e.getMessage()));
			refuse(monitor);
		} catch (CoreException e) {
			failed(page, connection, e.getStatus());
			refuse(monitor);
		}
	}

	private void failed(PageFrame page, HubConnection connection, IStatus why) {
		if (why.matches(IStatus.CANCEL)) {
			page.problem(Messages.Save_cancelled);
		} else if (HubStatus.code(why) == HubStatusCode.CHANGED_MEANWHILE) {
			page.problem(Messages.Changed_meanwhile);
			page.read(new GetDeviceOperation(connection, page.device().deviceId()), this::show,
					failure -> page.notRead(Messages.Failed, failure, this::load));
		} else {
			page.notSaved(Messages.Save_failed, why, () -> getSite().getPage().saveEditor(getEditor(), false));
		}
	}

	/** Nothing was saved: whoever wanted to close the editor after that does not. */
	private static void refuse(@Nullable IProgressMonitor monitor) {
		if (monitor != null) {
			monitor.setCanceled(true);
		}
	}
}
