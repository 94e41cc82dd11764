// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.identity;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.editor.FormEditor;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.ReplaceDeviceOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;
import iothubtools.ui.editor.internal.page.DevicePage;
import iothubtools.ui.editor.internal.page.PageFrame;
import iothubtools.ui.editor.internal.page.Saving;

/** The identity of a device: what can be changed of it is saved under the etag it was read with. */
public final class IdentityPage extends DevicePage<@NonNull DeviceIdentity> {

	/** What tests find it by. */
	public static final String REFRESH = "identityRefresh";

	private @Nullable IdentityFields fields;
	/** As the hub had it when it was read or saved last. */
	private @Nullable DeviceIdentity base;
	/** Whether what is read next comes in the place of what is typed. */
	private boolean discard;

	public IdentityPage(FormEditor editor) {
		super(editor, "identity", Messages.Title, Messages.Head, REFRESH);
	}

	@Override
	protected void createContent(Composite place) {
		fields = new IdentityFields(place, () -> getEditor().editorDirtyStateChanged());
	}

	@Override
	protected HubOperation<@NonNull DeviceIdentity> operation(HubConnection connection, String deviceId) {
		return new GetDeviceOperation(connection, deviceId);
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

	/** What was edited stays, what others changed comes. */
	@Override
	protected void show(DeviceIdentity device) {
		IdentityFields form = fields;
		DeviceIdentity before = base;
		if (form != null) {
			base = device;
			form.show(device, before == null || discard ? IdentityEdits.of(device) : merged(form.edits(), before, device));
			discard = false;
			getEditor().editorDirtyStateChanged();
			PageFrame page = frame();
			if (page != null && before != null && !before.generationId().equals(device.generationId()) && isDirty()) {
				page.otherDevice(this::reload, this::save);
			}
		}
	}

	private void reload() {
		discard = true;
		load();
	}

	/** As Ctrl+S does. */
	private void save() {
		getSite().getPage().saveEditor(getEditor(), false);
	}

	/** My changes to the device that has the id now. */
	private void saveToOther() {
		PageFrame page = frame();
		HubConnection connection = page == null ? null : page.connection();
		if (page != null && connection != null) {
			page.read(operation(connection, page.device().deviceId()), now -> {
				show(now);
				save();
			}, failure -> page.notRead(Messages.Save_failed, failure, this::saveToOther, page::clear));
		}
	}

	private IdentityEdits merged(IdentityEdits mine, DeviceIdentity before, DeviceIdentity now) {
		IdentityEdits was = IdentityEdits.of(before);
		IdentityEdits kept = mine;
		if (!before.authentication().type().equals(now.authentication().type())) {
			// a key is no thumbprint
			kept = mine.withKeysOf(was);
			PageFrame page = frame();
			if (page != null && !kept.equals(mine)) {
				page.problem(Messages.Keys_gone);
			}
		}
		return kept.over(was, IdentityEdits.of(now));
	}

	@Override
	public void doSave(@Nullable IProgressMonitor monitor) {
		IdentityFields form = fields;
		DeviceIdentity seen = base;
		PageFrame page = frame();
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
			failed(page, e.getStatus());
			refuse(monitor);
		}
	}

	private void failed(PageFrame page, IStatus why) {
		if (why.matches(IStatus.CANCEL)) {
			page.problem(Messages.Save_cancelled);
		} else if (HubStatus.code(why) == HubStatusCode.CHANGED_MEANWHILE) {
			page.problem(Messages.Changed_meanwhile);
			readQuietly();
		} else if (HubStatus.code(why) == HubStatusCode.OTHER_DEVICE) {
			page.otherDevice(this::reload, this::saveToOther);
		} else {
			page.notSaved(Messages.Save_failed, why, this::save);
		}
	}

	/** Nothing was saved: whoever wanted to close the editor after that does not. */
	private static void refuse(@Nullable IProgressMonitor monitor) {
		if (monitor != null) {
			monitor.setCanceled(true);
		}
	}
}
