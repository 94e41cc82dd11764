// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.clipboard;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;

import iothubtools.client.auth.KeySlot;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.ListModulesOperation;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.FormDialog;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubElement;
import iothubtools.ui.internal.text.Numbers;

/** Asks how long a SAS token is to be good for and with which key it is signed. */
public final class TokenDialog extends FormDialog {

	private static final List<ChronoUnit> UNITS = List.of(ChronoUnit.MINUTES, ChronoUnit.HOURS, ChronoUnit.DAYS);
	/** Ten years, in days. */
	private static final int LONGEST = 3650;

	private final List<? extends HubElement> elements;
	private int amount = 1;
	private ChronoUnit unit = ChronoUnit.HOURS;
	private KeySlot slot = KeySlot.PRIMARY;
	private @Nullable String moduleId;
	private @Nullable HubJob<List<String>> listing;

	/** A dialog that is not open yet, for devices alone or hubs alone. */
	public TokenDialog(Shell parent, List<? extends HubElement> elements) {
		super(parent, Messages.Token_title);
		this.elements = List.copyOf(elements);
	}

	/** How long the token is to be good for. */
	public Duration life() {
		return Duration.of(amount, unit);
	}

	/** With which key of the device it is to be signed. */
	public KeySlot slot() {
		return slot;
	}

	/** The module that was chosen; null for the device itself. */
	public @Nullable String moduleId() {
		return moduleId;
	}

	@Override
	protected void createButtonsForButtonBar(@Nullable Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, Messages.Token_copy, true);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
	}

	@Override
	protected void createFields(Composite area) {
		setMessage(Messages.Token_message);
		Composite form = form(area, 2);
		Fields.label(form, Messages.Token_scope_label);
		Label scope = WidgetIds.mark(new Label(form, SWT.WRAP), TokenFields.SCOPE);
		// an ampersand of a name is none of a mnemonic
		scope.setText(scope().replace("&", "&&"));
		GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(scope);
		if (elements.size() == 1 && elements.get(0) instanceof DeviceNode device) {
			createModules(form, device);
		}
		createLife(form);
		if (devices()) {
			createKeys(form);
		}
	}

	/** The device itself can be chosen at once; its modules are there when the hub has told them. */
	private void createModules(Composite form, DeviceNode device) {
		Fields.label(form, Messages.Token_module_label);
		Composite row = Fields.grid(form, 2);
		Combo combo = WidgetIds.mark(new Combo(row, SWT.READ_ONLY), TokenFields.MODULE);
		combo.add(Messages.Token_module_device);
		combo.select(0);
		Fields.accessibleName(combo, Messages.Token_module_accessible);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(convertWidthInCharsToPixels(24), SWT.DEFAULT).applyTo(combo);
		combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(
				event -> moduleId = combo.getSelectionIndex() == 0 ? null : combo.getText()));
		Label state = WidgetIds.mark(new Label(row, SWT.NONE), TokenFields.MODULES);
		state.setText(Messages.Token_modules_reading);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(state);
		HubJob<List<String>> job = IotHubCore.get().operations().job(new ListModulesOperation(device.connection(), device.deviceId())).quiet();
		listing = job;
		Display display = form.getDisplay();
		job.whenDone(done -> display.asyncExec(() -> {
			if (!combo.isDisposed()) {
				show(done, combo, state);
			}
		}));
		job.schedule();
	}

	private void show(HubJob<List<String>> done, Combo combo, Label state) {
		List<String> modules = done.result();
		state.setText(modules != null && modules.isEmpty() ? Messages.Token_modules_none : "");
		if (modules == null) {
			setMessage(NLS.bind(Messages.Token_modules_failed, done.outcome().getMessage()), IMessageProvider.WARNING);
		} else {
			modules.forEach(combo::add);
		}
	}

	@Override
	public boolean close() {
		if (listing != null) {
			listing.cancel();
		}
		return super.close();
	}

	private void createLife(Composite form) {
		Fields.label(form, Messages.Token_life_label);
		Composite life = Fields.grid(form, 2);
		Spinner spinner = WidgetIds.mark(new Spinner(life, SWT.BORDER), TokenFields.LIFE);
		spinner.setValues(amount, 1, LONGEST, 0, 1, 10);
		spinner.addModifyListener(event -> amount = spinner.getSelection());
		Fields.accessibleName(spinner, Messages.Token_life_accessible);
		Combo units = WidgetIds.mark(new Combo(life, SWT.READ_ONLY), TokenFields.UNIT);
		units.setItems(Messages.Token_minutes, Messages.Token_hours, Messages.Token_days);
		units.select(UNITS.indexOf(unit));
		units.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> unit = UNITS.get(units.getSelectionIndex())));
		Fields.accessibleName(units, Messages.Token_unit_accessible);
	}

	private void createKeys(Composite form) {
		Fields.label(form, Messages.Token_key_label);
		Composite keys = Fields.grid(form, 2);
		key(keys, Messages.Token_primary, TokenFields.PRIMARY, KeySlot.PRIMARY);
		key(keys, Messages.Token_secondary, TokenFields.SECONDARY, KeySlot.SECONDARY);
	}

	private void key(Composite keys, String label, String id, KeySlot choice) {
		Fields.choice(keys, SWT.RADIO, label, id, slot == choice, chosen -> {
			if (chosen) {
				slot = choice;
			}
		});
	}

	private boolean devices() {
		return elements.get(0) instanceof DeviceNode;
	}

	private String scope() {
		HubElement first = elements.get(0);
		if (elements.size() > 1) {
			return NLS.bind(devices() ? Messages.Token_scope_devices : Messages.Token_scope_hubs, Numbers.of(elements.size()));
		}
		return devices() ? NLS.bind(Messages.Token_scope_device, first.name())
				: NLS.bind(Messages.Token_scope_hub, first.connection().policyName(), first.name());
	}
}
