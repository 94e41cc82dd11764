// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import iothubtools.client.devices.CertificateAuthority;
import iothubtools.client.devices.DeviceAuthentication;
import iothubtools.client.devices.SelfSigned;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.devices.Thumbprints;

/**
 * Asks how devices are to prove who they are from now on. Cancel is the default, as what they have now is lost. Thumbprints are of one
 * device, so that they are asked for of one alone.
 */
final class AuthenticationDialog extends MessageDialog {

	private static final int CHANGE = 0;
	private static final int CANCEL = 1;

	private final boolean one;
	private DeviceAuthentication chosen = SymmetricKeys.generatedByHub();
	private boolean selfSigned;
	private String primary = "";
	private String secondary = "";
	private @Nullable Label problem;

	private AuthenticationDialog(Shell parent, String question, boolean one) {
		super(parent, Messages.Authentication_title, null, question, MessageDialog.WARNING, CANCEL, Messages.Authentication_button,
				IDialogConstants.CANCEL_LABEL);
		this.one = one;
	}

	/**
	 * What is wanted; null for no change.
	 *
	 * @param one whether it is about one device
	 */
	static @Nullable DeviceAuthentication ask(Shell parent, String question, boolean one) {
		AuthenticationDialog dialog = new AuthenticationDialog(parent, question, one);
		return dialog.open() == CHANGE ? dialog.chosen() : null;
	}

	private DeviceAuthentication chosen() {
		return selfSigned ? SelfSigned.parse(primary, secondary.isBlank() ? null : secondary) : chosen;
	}

	@Override
	protected Control createCustomArea(@Nullable Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(area);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		choice(area, Messages.Authentication_keys, SymmetricKeys.generatedByHub()).setSelection(true);
		choice(area, Messages.Authentication_authority, new CertificateAuthority());
		if (one) {
			selfSigned(area);
		}
		return area;
	}

	private Button choice(Composite area, String text, DeviceAuthentication authentication) {
		Button button = radio(area, text);
		button.addListener(SWT.Selection, event -> {
			if (button.getSelection()) {
				chosen = authentication;
			}
		});
		return button;
	}

	private static Button radio(Composite area, String text) {
		Button button = new Button(area, SWT.RADIO);
		button.setText(text);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(button);
		return button;
	}

	private void selfSigned(Composite area) {
		Button button = radio(area, Messages.Authentication_selfSigned);
		Text first = thumbprint(area, Messages.Authentication_primary);
		Text second = thumbprint(area, Messages.Authentication_secondary);
		Label label = new Label(area, SWT.WRAP);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(convertWidthInCharsToPixels(60), SWT.DEFAULT).applyTo(label);
		problem = label;
		button.addListener(SWT.Selection, event -> {
			selfSigned = button.getSelection();
			first.setEnabled(selfSigned);
			second.setEnabled(selfSigned);
			if (selfSigned) {
				first.setFocus();
			}
			check();
		});
		first.addListener(SWT.Modify, event -> {
			primary = first.getText().strip();
			check();
		});
		second.addListener(SWT.Modify, event -> {
			secondary = second.getText().strip();
			check();
		});
	}

	private static Text thumbprint(Composite area, String text) {
		Label label = new Label(area, SWT.NONE);
		label.setText(text);
		GridDataFactory.fillDefaults().indent(20, 0).align(SWT.FILL, SWT.CENTER).applyTo(label);
		Text field = new Text(area, SWT.BORDER);
		field.setEnabled(false);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(field);
		return field;
	}

	private void check() {
		String found = "";
		if (selfSigned) {
			found = primary.isEmpty() ? Messages.Authentication_primary_missing : problem(Messages.Authentication_primary_problem, primary);
			if (found.isEmpty() && !secondary.isEmpty()) {
				found = problem(Messages.Authentication_secondary_problem, secondary);
			}
		}
		Label label = problem;
		if (label != null) {
			label.setText(found);
		}
		Button change = getButton(CHANGE);
		if (change != null) {
			change.setEnabled(found.isEmpty());
		}
	}

	private static String problem(String template, String thumbprint) {
		String problem = Thumbprints.problem(thumbprint);
		return problem == null ? "" : NLS.bind(template, problem);
	}
}
