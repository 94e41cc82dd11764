// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.device;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import iothubtools.client.devices.CertificateAuthority;
import iothubtools.client.devices.DeviceAuthentication;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.credentials.ThumbprintFields;
import iothubtools.ui.internal.credentials.ThumbprintsModel;
import iothubtools.ui.internal.forms.FieldDecorations;
import iothubtools.ui.internal.forms.Finding;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.text.LabelText;

/**
 * Asks how devices are to prove who they are from now on. Cancel is the default, as what they have now is lost. Thumbprints are of one
 * device, so that they are asked for of one alone.
 */
final class AuthenticationDialog extends MessageDialog {

	private static final int CHANGE = 0;
	private static final int CANCEL = 1;

	private final @Nullable String deviceId;
	private final ThumbprintsModel thumbprints = new ThumbprintsModel();
	private final FieldDecorations decorations = new FieldDecorations();
	private DeviceAuthentication chosen = SymmetricKeys.generatedByHub();
	private boolean selfSigned;
	private @Nullable Label problem;

	private AuthenticationDialog(Shell parent, String question, @Nullable String deviceId) {
		super(parent, Messages.Authentication_title, null, LabelText.of(question), MessageDialog.WARNING, CANCEL, Messages.Authentication_button,
				IDialogConstants.CANCEL_LABEL);
		this.deviceId = deviceId;
	}

	/**
	 * What is wanted; null for no change.
	 *
	 * @param deviceId of the device it is about; null for several
	 */
	static @Nullable DeviceAuthentication ask(Shell parent, String question, @Nullable String deviceId) {
		AuthenticationDialog dialog = new AuthenticationDialog(parent, question, deviceId);
		return HelpContext.open(dialog, AuthenticationDialog.class) == CHANGE ? dialog.chosen() : null;
	}

	private DeviceAuthentication chosen() {
		return selfSigned ? thumbprints.authentication() : chosen;
	}

	@Override
	protected Control createCustomArea(@Nullable Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(area);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		choice(area, Messages.Authentication_keys, SymmetricKeys.generatedByHub()).setSelection(true);
		choice(area, Messages.Authentication_authority, new CertificateAuthority());
		if (deviceId != null) {
			selfSigned(area, deviceId);
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
		GridDataFactory.fillDefaults().applyTo(button);
		return button;
	}

	private void selfSigned(Composite area, String device) {
		Button button = radio(area, Messages.Authentication_selfSigned);
		ThumbprintFields fields = new ThumbprintFields(area, thumbprints, () -> device, decorations, this::check);
		GridDataFactory.fillDefaults().grab(true, false).indent(20, 0).applyTo(fields.control());
		fields.setEnabled(false);
		Label label = new Label(area, SWT.WRAP);
		label.setText("\n");
		GridDataFactory.fillDefaults().grab(true, false)
				.hint(convertWidthInCharsToPixels(60), label.computeSize(SWT.DEFAULT, SWT.DEFAULT).y).applyTo(label);
		label.setText("");
		problem = label;
		button.addListener(SWT.Selection, event -> {
			selfSigned = button.getSelection();
			fields.setEnabled(selfSigned);
			if (selfSigned) {
				fields.texts().get(0).setFocus();
			}
			check();
		});
	}

	private void check() {
		List<Finding> all = selfSigned ? Stream.of(thumbprints.primaryFinding(), thumbprints.secondaryFinding()).filter(Objects::nonNull).toList()
				: List.of();
		Findings findings = new Findings(all);
		decorations.show(findings);
		Finding gravest = findings.gravest();
		Label label = problem;
		if (label != null) {
			label.setText(gravest == null ? "" : gravest.message().replace("&", "&&"));
		}
		Button change = getButton(CHANGE);
		if (change != null) {
			change.setEnabled(findings.complete());
		}
	}
}
