// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.preferences;

import java.lang.reflect.InvocationTargetException;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.ControlEnableState;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.operation.IRunnableContext;
import org.eclipse.jface.operation.IRunnableWithProgress;
import org.eclipse.jface.operation.ModalContext;
import org.eclipse.jface.wizard.ProgressMonitorPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

import iothubtools.core.connections.SecretStoreException;
import iothubtools.core.status.HubStatus;
import iothubtools.ui.internal.forms.Finding;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.forms.FormDialog;

/** Enters or changes one hub connection, and tests it in place. While a test runs, Cancel cancels the test. */
public final class HubConnectionDialog extends FormDialog implements IRunnableContext {

	private final ConnectionForm form;
	private final ConnectionSink sink;
	private @Nullable Composite content;
	private @Nullable ConnectionFormFields fields;
	private @Nullable TestArea test;
	private @Nullable ProgressMonitorPart progress;
	private boolean running;

	/** A dialog that is not open yet; {@code sink} takes over what it made. */
	public HubConnectionDialog(Shell parent, String title, ConnectionForm form, ConnectionSink sink) {
		super(parent, title);
		this.form = form;
		this.sink = sink;
	}

	@Override
	protected void createFields(Composite area) {
		Composite room = new Composite(area, SWT.NONE);
		GridLayoutFactory.swtDefaults().margins(10, 10).spacing(5, 8).applyTo(room);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(room);
		content = room;
		TestArea testArea = new TestArea(this, form);
		fields = new ConnectionFormFields(room, form, testArea, this::changed);
		testArea.create(room);
		test = testArea;
	}

	@Override
	protected void createBelow(Composite area) {
		ProgressMonitorPart part = new ProgressMonitorPart(area, new GridLayout());
		GridDataFactory.fillDefaults().grab(true, false).indent(10, 0).applyTo(part);
		part.setVisible(false);
		progress = part;
	}

	@Override
	protected Control createContents(@Nullable Composite parent) {
		Control contents = super.createContents(parent);
		changed();
		if (fields != null) {
			fields.setFocus();
		}
		return contents;
	}

	/** After each edit: tells the findings, and an old verdict no longer holds. */
	private void changed() {
		Findings findings = form.findings();
		tell(findings.gravest());
		if (fields != null) {
			fields.show(findings);
		}
		if (test != null) {
			test.changed(findings.complete());
		}
		enable(IDialogConstants.OK_ID, findings.complete());
	}

	private void tell(@Nullable Finding gravest) {
		boolean error = gravest != null && gravest.severity() == Finding.Severity.ERROR;
		setErrorMessage(error && gravest != null ? gravest.message() : null);
		boolean warning = gravest != null && gravest.severity() == Finding.Severity.WARNING;
		setMessage(gravest == null || error ? Messages.Dialog_message : gravest.message(),
				warning ? IMessageProvider.WARNING : IMessageProvider.NONE);
	}

	private void enable(int id, boolean enabled) {
		Button button = getButton(id);
		if (button != null) {
			button.setEnabled(enabled);
		}
	}

	@Override
	protected void okPressed() {
		try {
			sink.accept(form.connection(), form.newKey());
			super.okPressed();
		} catch (SecretStoreException e) {
			IStatus status = HubStatus.of(e, form.connection());
			setErrorMessage(Messages.Not_stored);
			if (test != null) {
				test.failed(status);
			}
		}
	}

	@Override
	public void run(boolean fork, boolean cancelable, @Nullable IRunnableWithProgress runnable)
			throws InvocationTargetException, InterruptedException {
		ProgressMonitorPart part = progress;
		if (part == null || content == null || running) {
			throw new IllegalStateException("the dialog is not open, or busy");
		}
		Control focus = part.getDisplay().getFocusControl();
		ControlEnableState state = ControlEnableState.disable(content);
		running = true;
		enable(IDialogConstants.OK_ID, false);
		part.setCanceled(false);
		part.setVisible(true);
		try {
			ModalContext.run(runnable, fork, part, part.getDisplay());
		} finally {
			running = false;
			part.done();
			part.setVisible(false);
			state.restore();
			enable(IDialogConstants.OK_ID, form.findings().complete());
			if (focus != null && !focus.isDisposed()) {
				focus.setFocus();
			}
		}
	}

	@Override
	protected void cancelPressed() {
		if (running && progress != null) {
			progress.setCanceled(true);
		} else {
			super.cancelPressed();
		}
	}

	@Override
	protected void handleShellCloseEvent() {
		cancelPressed();
	}
}
