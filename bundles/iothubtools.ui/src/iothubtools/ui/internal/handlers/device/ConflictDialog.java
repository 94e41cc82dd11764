// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.device;

import java.util.Objects;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.model.DeviceTexts;

/**
 * Shows what was to be written of a device beside what somebody else has made of it meanwhile, and asks what to do. Shows no keys.
 * Its table is none of the room {@code table}: the four or five rows are always the same.
 */
final class ConflictDialog extends MessageDialog {

	/** What to do about it. */
	enum Choice {
		/** Look at theirs, and begin from there. */
		RELOAD,
		/** Make the same change to theirs. */
		OVERWRITE, CANCEL
	}

	private final DeviceIdentity mine;
	private final DeviceIdentity theirs;

	private ConflictDialog(Shell parent, DeviceIdentity mine, DeviceIdentity theirs) {
		super(parent, Messages.Conflict_title, null, NLS.bind(Messages.Conflict_question, mine.deviceId()), MessageDialog.WARNING, 0,
				Messages.Conflict_reload, Messages.Conflict_overwrite, IDialogConstants.CANCEL_LABEL);
		this.mine = mine;
		this.theirs = theirs;
		setShellStyle(getShellStyle() | SWT.RESIZE);
	}

	static Choice open(Shell parent, DeviceIdentity mine, DeviceIdentity theirs) {
		return switch (HelpContext.open(new ConflictDialog(parent, mine, theirs), ConflictDialog.class)) {
		case 0 -> Choice.RELOAD;
		case 1 -> Choice.OVERWRITE;
		default -> Choice.CANCEL;
		};
	}

	@Override
	protected Control createCustomArea(@Nullable Composite parent) {
		Table table = new Table(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.NO_FOCUS);
		table.setHeaderVisible(true);
		column(table, "");
		column(table, Messages.Conflict_mine);
		column(table, Messages.Conflict_theirs);
		row(table, Messages.Conflict_status, DeviceTexts.status(mine.status()), DeviceTexts.status(theirs.status()));
		row(table, Messages.Conflict_reason, reason(mine), reason(theirs));
		row(table, Messages.Conflict_authentication, DeviceTexts.authentication(mine.authentication().type()),
				DeviceTexts.authentication(theirs.authentication().type()));
		boolean sameKeys = mine.authentication().equals(theirs.authentication());
		row(table, Messages.Conflict_keys, sameKeys ? Messages.Conflict_keys_same : Messages.Conflict_keys_before,
				sameKeys ? Messages.Conflict_keys_same : Messages.Conflict_keys_changed);
		if (!mine.parentScopes().isEmpty() || !theirs.parentScopes().isEmpty()) {
			row(table, Messages.Conflict_parents, parents(mine), parents(theirs));
		}
		for (TableColumn column : table.getColumns()) {
			column.pack();
		}
		GridDataFactory.fillDefaults().grab(true, true).hint(convertWidthInCharsToPixels(80), SWT.DEFAULT).applyTo(table);
		return table;
	}

	private static String parents(DeviceIdentity device) {
		return device.parentScopes().stream().map(DeviceTexts::ofScope).collect(Collectors.joining(", "));
	}

	private static String reason(DeviceIdentity device) {
		return Objects.requireNonNullElse(device.statusReason(), "");
	}

	private static void column(Table table, String title) {
		new TableColumn(table, SWT.NONE).setText(title);
	}

	/** What differs stands out in bold. */
	private static void row(Table table, String name, String mine, String theirs) {
		TableItem item = new TableItem(table, SWT.NONE);
		item.setText(new String[] { name, mine, theirs });
		if (!mine.equals(theirs)) {
			item.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		}
	}
}
