// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.credentials;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.operation.ModalContext;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.BusyIndicator;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;

import iothubtools.client.certificates.CertificateFiles;
import iothubtools.client.certificates.SelfSignedCertificate;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Confirmation;
import iothubtools.ui.internal.forms.FieldDecorations;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.FileChoice;
import iothubtools.ui.internal.forms.Finding;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.forms.FormDialog;

/** Makes a certificate that a device signs itself, and writes it with its key into files of one's choice. */
final class CertificateDialog extends FormDialog {

	/** Ten years. */
	private static final int LONGEST = 3650;

	private final CertificateModel model;
	private final FieldDecorations decorations = new FieldDecorations();
	private @Nullable Label names;
	private @Nullable Path written;
	private boolean making;

	private CertificateDialog(Shell parent, String deviceId) {
		super(parent, Messages.Make_title);
		model = new CertificateModel(deviceId);
	}

	/** The file with the certificate that was made; null for none. */
	static @Nullable Path open(Shell parent, String deviceId) {
		CertificateDialog dialog = new CertificateDialog(parent, deviceId);
		dialog.open();
		return dialog.written;
	}

	@Override
	protected void createFields(Composite area) {
		Composite form = form(area, 3);
		Text file = Fields.text(form, Messages.File_label, CredentialFields.FILE, model.file(), edit(model::setFile));
		GridDataFactory.createFrom((GridData) file.getLayoutData()).hint(convertWidthInCharsToPixels(50), SWT.DEFAULT).applyTo(file);
		Fields.button(form, Messages.Browse_file, CredentialFields.BROWSE_FILE, () -> browse(file));
		Fields.label(form, "");
		Label hint = WidgetIds.mark(new Label(form, SWT.WRAP), CredentialFields.FILES);
		hint.setText("\n\n");
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(300, hint.computeSize(SWT.DEFAULT, SWT.DEFAULT).y).applyTo(hint);
		names = hint;
		createLife(form);
		Text password = password(form, Messages.Password_label, CredentialFields.PASSWORD, model::setPassword);
		Text again = password(form, Messages.Again_label, CredentialFields.PASSWORD_AGAIN, model::setAgain);
		List.of(file, password, again).forEach(decorations::add);
	}

	private Consumer<String> edit(Consumer<String> setter) {
		return text -> {
			setter.accept(text);
			changed();
		};
	}

	private void createLife(Composite form) {
		Fields.label(form, Messages.Life_label);
		Composite life = Fields.grid(form, 2);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(life);
		Spinner spinner = WidgetIds.mark(new Spinner(life, SWT.BORDER), CredentialFields.DAYS);
		spinner.setValues(model.days(), 1, LONGEST, 0, 1, 30);
		spinner.addModifyListener(event -> model.setDays(spinner.getSelection()));
		Fields.label(life, Messages.Life_days);
	}

	private Text password(Composite form, String label, String id, Consumer<String> setter) {
		Text text = Fields.secret(form, label, id, "", edit(setter));
		GridDataFactory.createFrom((GridData) text.getLayoutData()).span(2, 1).applyTo(text);
		return text;
	}

	private void browse(Text file) {
		CertificateFiles files = model.files();
		Path proposed = files == null ? Path.of(System.getProperty("user.home", ""), "device.pem") : files.certificate();
		Path chosen = FileChoice.save(getShell(), Messages.Make_title, proposed);
		if (chosen != null) {
			file.setText(chosen.toString());
		}
	}

	@Override
	protected void createButtonsForButtonBar(@Nullable Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, Messages.Make_button, true);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
	}

	@Override
	protected Control createContents(@Nullable Composite parent) {
		Control contents = super.createContents(parent);
		changed();
		return contents;
	}

	private void changed() {
		CertificateFiles files = model.files();
		if (names != null) {
			// an ampersand of a name is none of a mnemonic
			names.setText(files == null ? "" : NLS.bind(Messages.File_names, files.all().stream().map(Path::getFileName).toArray()).replace("&", "&&"));
		}
		Findings findings = model.findings();
		decorations.show(findings);
		Finding gravest = findings.gravest();
		boolean error = gravest != null && gravest.severity() == Finding.Severity.ERROR;
		setErrorMessage(error && gravest != null ? gravest.message() : null);
		setMessage(gravest == null || error ? Messages.Make_message : gravest.message(), IMessageProvider.NONE);
		enable(findings.complete());
	}

	private void enable(boolean enabled) {
		Button button = getButton(IDialogConstants.OK_ID);
		if (button != null) {
			button.setEnabled(enabled);
		}
	}

	@Override
	protected void okPressed() {
		CertificateFiles files = model.files();
		if (files == null || !mayOverwrite(files.existing())) {
			return;
		}
		making = true;
		getContents().setEnabled(false);
		try {
			BusyIndicator.showWhile(getShell().getDisplay(), () -> make(files));
		} finally {
			making = false;
			getContents().setEnabled(true);
		}
		if (written != null) {
			super.okPressed();
		} else {
			getButton(IDialogConstants.OK_ID).setFocus();
		}
	}

	private boolean mayOverwrite(List<Path> existing) {
		return existing.isEmpty() || Confirmation.given(getShell(), Messages.Overwrite_title,
				NLS.bind(Messages.Overwrite_question, existing.stream().map(Path::toString).collect(Collectors.joining("\n"))),
				Messages.Overwrite_button);
	}

	/** Files that are half there would be of no use. */
	@Override
	public boolean close() {
		return !making && super.close();
	}

	private void make(CertificateFiles files) {
		// as it was when the button was pressed
		Duration life = Duration.ofDays(model.days());
		char[] password = model.password().toCharArray();
		try {
			ModalContext.run(monitor -> {
				try {
					files.write(SelfSignedCertificate.make(model.deviceId(), life, Clock.systemUTC()), password);
				} catch (IOException e) {
					throw new InvocationTargetException(e);
				}
			}, true, new NullProgressMonitor(), getShell().getDisplay());
			written = files.certificate();
		} catch (InvocationTargetException e) {
			Throwable cause = e.getCause();
			setErrorMessage(NLS.bind(Messages.Write_failed, cause == null ? "" : cause.getLocalizedMessage()));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
