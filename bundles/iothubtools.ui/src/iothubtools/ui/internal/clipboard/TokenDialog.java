// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.clipboard;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;

import iothubtools.client.auth.KeySlot;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.FormDialog;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubElement;

/** Asks how long a SAS token is to be good for and with which key it is signed. */
public final class TokenDialog extends FormDialog {

	private static final List<ChronoUnit> UNITS = List.of(ChronoUnit.MINUTES, ChronoUnit.HOURS, ChronoUnit.DAYS);
	/** Ten years, in days. */
	private static final int LONGEST = 3650;

	private final List<? extends HubElement> elements;
	private int amount = 1;
	private ChronoUnit unit = ChronoUnit.HOURS;
	private KeySlot slot = KeySlot.PRIMARY;

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

	@Override
	protected void createButtonsForButtonBar(@Nullable Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, Messages.Token_copy, true);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
	}

	@Override
	protected void createFields(Composite area) {
		setMessage(Messages.Token_message);
		Composite form = Fields.grid(area, 2);
		GridLayoutFactory.createFrom((GridLayout) form.getLayout()).margins(10, 10).applyTo(form);
		Fields.label(form, Messages.Token_scope_label);
		Label scope = WidgetIds.mark(new Label(form, SWT.WRAP), TokenFields.SCOPE);
		// an ampersand of a name is none of a mnemonic
		scope.setText(scope().replace("&", "&&"));
		GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(scope);
		createLife(form);
		if (devices()) {
			createKeys(form);
		}
	}

	private void createLife(Composite form) {
		Fields.label(form, Messages.Token_life_label);
		Composite life = Fields.grid(form, 2);
		Spinner spinner = WidgetIds.mark(new Spinner(life, SWT.BORDER), TokenFields.LIFE);
		spinner.setValues(amount, 1, LONGEST, 0, 1, 10);
		spinner.addModifyListener(event -> amount = spinner.getSelection());
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
			return NLS.bind(devices() ? Messages.Token_scope_devices : Messages.Token_scope_hubs, elements.size());
		}
		return devices() ? NLS.bind(Messages.Token_scope_device, first.name())
				: NLS.bind(Messages.Token_scope_hub, first.connection().policyName(), first.name());
	}
}
