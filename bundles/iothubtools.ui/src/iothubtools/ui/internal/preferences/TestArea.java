// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.preferences;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import iothubtools.client.auth.PolicyRights;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.core.IotHubCore;
import iothubtools.core.connections.MissingKeyException;
import iothubtools.core.connections.SecretStoreException;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.TestConnectionOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.HubWork;
import iothubtools.ui.internal.remedies.Offer;
import iothubtools.ui.internal.remedies.Remedies;
import iothubtools.ui.internal.remedies.Remedy;
import iothubtools.ui.internal.remedies.RemedyLinks;
import iothubtools.ui.internal.remedies.RemedyPlace;

/** Tests the connection as it stands in the form, saved or not, and shows the verdict in place. */
final class TestArea implements KeyLoader {

	/** Of a verdict with what to do about it. */
	private static final int LINES = 5;

	private final HubConnectionDialog dialog;
	private final ConnectionForm form;
	private @Nullable Button button;
	private @Nullable Label icon;
	private @Nullable Text verdict;
	private @Nullable RemedyLinks remedies;

	TestArea(HubConnectionDialog dialog, ConnectionForm form) {
		this.dialog = dialog;
		this.form = form;
	}

	void create(Composite parent) {
		Composite row = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 0).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(row);
		Button push = Fields.button(row, Messages.Test_label, ConnectionFields.TEST, this::test);
		GridDataFactory.swtDefaults().align(SWT.FILL, SWT.TOP).applyTo(push);
		button = push;
		Label image = new Label(row, SWT.NONE);
		GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.TOP).indent(0, 5).hint(16, 16).applyTo(image);
		icon = image;
		Text text = Fields.readOnly(row, SWT.WRAP, ConnectionFields.VERDICT);
		Fields.accessibleName(text, Messages.Verdict_accessible);
		GridDataFactory.fillDefaults().grab(true, true).hint(300, text.getLineHeight() * LINES).indent(0, 5).applyTo(text);
		verdict = text;
		remedies = new RemedyLinks(row);
		GridDataFactory.createFrom((GridData) remedies.control().getLayoutData()).span(3, 1).applyTo(remedies.control());
	}

	/** The form was edited: the last verdict holds no longer. */
	void changed(boolean testable) {
		if (button != null) {
			button.setEnabled(testable);
		}
		show(new Verdict(IMessageProvider.NONE, ""));
	}

	private void show(Verdict shown) {
		show(shown, List.of());
	}

	/** Shows why the connection does not work, or was not stored. */
	void failed(IStatus failure) {
		show(Verdict.of(failure), offers(failure));
	}

	/** The connection itself is edited, and can be tested again, right here; pages of preferences cannot be opened above themselves. */
	private List<Offer> offers(IStatus failure) {
		Set<Remedy> here = inPreferences() ? EnumSet.of(Remedy.START_LOCAL_HUB)
				: EnumSet.complementOf(EnumSet.of(Remedy.EDIT_CONNECTION, Remedy.AGAIN));
		RemedyPlace place = RemedyPlace.dialog(dialog::getShell, dialog, this::test, this::failed);
		return Remedies.of(failure, place).stream().filter(offer -> here.contains(offer.remedy())).toList();
	}

	private boolean inPreferences() {
		return dialog.getShell().getParent().getData() instanceof PreferenceDialog;
	}

	private void show(Verdict shown, List<Offer> offers) {
		if (verdict != null) {
			verdict.setText(shown.text());
		}
		if (icon != null) {
			icon.setImage(image(shown.severity()));
		}
		RemedyLinks links = remedies;
		if (links != null) {
			links.show(offers);
			links.control().getParent().layout();
		}
	}

	private static @Nullable Image image(int severity) {
		return switch (severity) {
		case IMessageProvider.INFORMATION -> Dialog.getImage(Dialog.DLG_IMG_MESSAGE_INFO);
		case IMessageProvider.WARNING -> Dialog.getImage(Dialog.DLG_IMG_MESSAGE_WARNING);
		case IMessageProvider.ERROR -> Dialog.getImage(Dialog.DLG_IMG_MESSAGE_ERROR);
		default -> null;
		};
	}

	private void test() {
		HubConnection connection = form.connection();
		SharedAccessKey entered = form.newKey();
		try {
			PolicyRights rights = HubWork.run(dialog, monitor -> rights(connection, entered, monitor));
			show(Verdict.of(connection, rights));
		} catch (CoreException e) {
			failed(e.getStatus());
		}
	}

	private static PolicyRights rights(HubConnection connection, @Nullable SharedAccessKey entered,
			IProgressMonitor monitor) throws CoreException {
		if (connection.isEntra()) {
			return IotHubCore.get().operations().runAlone(new TestConnectionOperation(connection), monitor);
		}
		SharedAccessKey key = entered == null ? stored(connection) : entered;
		return IotHubCore.get().operations().run(new TestConnectionOperation(connection), key, monitor);
	}

	private static SharedAccessKey stored(HubConnection connection) throws CoreException {
		try {
			return IotHubCore.get().connections().key(connection);
		} catch (SecretStoreException | MissingKeyException e) {
			throw new CoreException(HubStatus.of(e, connection));
		}
	}

	@Override
	public String load() {
		HubConnection connection = form.connection();
		try {
			return HubWork.run(dialog, monitor -> stored(connection)).reveal();
		} catch (CoreException e) {
			failed(e.getStatus());
			return "";
		}
	}
}
