// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.lang.reflect.InvocationTargetException;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;

import iothubtools.client.auth.EventHubConnectionString;
import iothubtools.core.IotHubCore;
import iothubtools.core.connections.SecretStoreException;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.Finding;
import iothubtools.ui.internal.forms.FormDialog;

/** Enters an endpoint that is compatible with Event Hubs, for who has no connection to its hub. */
final class EndpointDialog extends FormDialog {

	/** Of the widest field, in characters. */
	private static final int WIDTH = 58;
	private static final int COLUMNS = 2;

	private final @Nullable HubConnection before;
	private final EndpointForm form;
	private @Nullable Text entity;
	private @Nullable Text name;
	private @Nullable HubConnection made;

	/** @param before the one that is entered anew; null for one more */
	EndpointDialog(Shell parent, @Nullable HubConnection before) {
		super(parent, before == null ? Messages.Endpoint_title : Messages.Endpoint_title_anew);
		this.before = before;
		form = new EndpointForm(before == null ? "" : before.name(), before != null && IotHubCore.get().eventHubs().isKept(before));
	}

	/** What was entered; null before, and when the person cancelled. */
	@Nullable
	HubConnection made() {
		return made;
	}

	@Override
	protected void createFields(Composite area) {
		Composite grid = form(area, COLUMNS);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(grid);
		Text string = Fields.secret(grid, Messages.Endpoint_string, WidgetIds.ENDPOINT_STRING, "", value -> {
			form.text(value);
			changed();
		});
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(Fields.characters(string, WIDTH), SWT.DEFAULT).applyTo(string);
		Fields.label(grid, "");
		GridDataFactory.swtDefaults().applyTo(Fields.choice(grid, SWT.CHECK, Messages.Endpoint_show, WidgetIds.ENDPOINT_SHOW, false, shown -> Fields.reveal(string, shown)));
		entity = Fields.text(grid, Messages.Endpoint_entity, WidgetIds.ENDPOINT_ENTITY, "", value -> {
			form.entity(value);
			changed();
		});
		Text called = Fields.text(grid, Messages.Endpoint_name, WidgetIds.ENDPOINT_NAME, form.name(), value -> form.name(value));
		name = called;
		GridDataFactory.swtDefaults().span(COLUMNS, 1)
				.applyTo(Fields.choice(grid, SWT.CHECK, Messages.Endpoint_keep, WidgetIds.ENDPOINT_KEEP, form.keep(), form::keep));
	}

	@Override
	protected Control createContents(@Nullable Composite parent) {
		Control contents = super.createContents(parent);
		Button ok = getButton(IDialogConstants.OK_ID);
		if (ok != null) {
			ok.setText(Messages.Endpoint_button);
			setButtonLayoutData(ok);
		}
		changed();
		return contents;
	}

	private void changed() {
		Text hub = entity;
		Text called = name;
		if (hub == null || called == null) {
			return;
		}
		String named = form.namedEntity();
		hub.setEnabled(named.isEmpty());
		hub.setMessage(named.isEmpty() ? Messages.Endpoint_entity_hint : named);
		called.setMessage(form.proposedName());
		Finding gravest = form.findings().gravest();
		boolean error = gravest != null && gravest.severity() == Finding.Severity.ERROR;
		setErrorMessage(error && gravest != null ? gravest.message() : null);
		setMessage(gravest == null || error ? Messages.Endpoint_message : gravest.message(), IMessageProvider.NONE);
		Button ok = getButton(IDialogConstants.OK_ID);
		if (ok != null) {
			ok.setEnabled(gravest == null);
		}
	}

	@Override
	protected void okPressed() {
		EventHubConnectionString given = form.given();
		HubConnection anew = before;
		if (given == null) {
			return;
		}
		String called = form.name().isEmpty() ? form.proposedName() : form.name();
		boolean keep = form.keep();
		try {
			// Secure Storage may ask for its password
			PlatformUI.getWorkbench().getProgressService().busyCursorWhile(monitor -> {
				try {
					made = IotHubCore.get().eventHubs().save(anew == null ? null : anew.id(), called, given, keep);
				} catch (SecretStoreException e) {
					throw new InvocationTargetException(e);
				}
			});
			super.okPressed();
		} catch (InvocationTargetException e) {
			setErrorMessage(Messages.Endpoint_notKept);
		} catch (InterruptedException e) {
			// it stays open
		}
	}
}
