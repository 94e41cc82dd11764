// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.history;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

import iothubtools.ui.editor.internal.page.TextDialog;
import iothubtools.ui.internal.clipboard.CopyRows;
import iothubtools.ui.internal.table.Column;
import iothubtools.ui.internal.table.Columns;
import iothubtools.ui.internal.table.ItemTable;
import iothubtools.ui.internal.table.RowOrder;
import iothubtools.ui.internal.table.TableFrame;

/** The versions of a twin, to be compared with its text and to be put in its place. */
public final class VersionsDialog extends TextDialog {

	/** What tests find it by. */
	static final String TABLE = "twinVersions";

	private static final int COMPARE = IDialogConstants.CLIENT_ID + 1;
	private static final int RESTORE = IDialogConstants.CLIENT_ID + 2;
	private static final int LINES = 8;
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());

	private final String name;
	private final String text;
	private final List<TwinVersion> versions;
	private final Consumer<String> restore;
	private @Nullable ItemTable<TwinVersion> table;

	/**
	 * @param text     as it is in the editor now
	 * @param versions the newest first
	 * @param restore  puts a text in the place of that
	 */
	public VersionsDialog(Shell parent, String name, String text, List<TwinVersion> versions, Consumer<String> restore) {
		super(parent, Messages.Versions_title, NLS.bind(versions.isEmpty() ? Messages.Versions_none : Messages.Versions_label, name));
		this.name = name;
		this.text = text;
		this.versions = versions;
		this.restore = restore;
	}

	@Override
	protected void createContent(Composite area) {
		Columns<TwinVersion> columns = Columns.of(
				new Column<>("time", Messages.Column_time, 28, version -> TIME.format(version.time()), Comparator.comparing(TwinVersion::time)),
				new Column<>("version", Messages.Column_version, 18, version -> Long.toString(version.version()), Comparator.comparingLong(TwinVersion::version)),
				Column.of("how", Messages.Column_how, 28, this::how));
		ItemTable<TwinVersion> rows = new ItemTable<>(TableFrame.in(area), SWT.BORDER | SWT.SINGLE, TABLE, Messages.Versions_accessible, columns,
				version -> version).whenSelected(this::enable);
		TableFrame.grab(rows.widget(), SWT.DEFAULT, LINES);
		CopyRows.install(rows);
		rows.widget().addListener(SWT.DefaultSelection, event -> compare());
		rows.order(RowOrder.asTheyCame());
		rows.show(versions);
		if (!versions.isEmpty()) {
			rows.reveal(versions.get(0));
		}
		table = rows;
	}

	private String how(TwinVersion version) {
		String how = version.saved() ? Messages.Saved : Messages.Read;
		return version.text().equals(text) ? NLS.bind(Messages.As_now, how) : how;
	}

	@Override
	protected void createButtonsForButtonBar(@Nullable Composite parent) {
		createButton(parent, COMPARE, Messages.Compare, true);
		createButton(parent, RESTORE, Messages.Restore, false);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CLOSE_LABEL, false);
		enable();
	}

	@Override
	protected void buttonPressed(int id) {
		TwinVersion chosen = chosen();
		if (id == COMPARE) {
			compare();
		} else if (id == RESTORE && chosen != null) {
			restore.accept(chosen.text());
			close();
		} else {
			super.buttonPressed(id);
		}
	}

	private void compare() {
		TwinVersion chosen = chosen();
		if (chosen != null) {
			VersionCompare.open(name, text, chosen, TIME.format(chosen.time()));
		}
	}

	private @Nullable TwinVersion chosen() {
		ItemTable<TwinVersion> rows = table;
		return rows == null ? null : rows.selected().stream().findFirst().orElse(null);
	}

	private void enable() {
		TwinVersion chosen = chosen();
		boolean other = chosen != null && !chosen.text().equals(text);
		enable(COMPARE, other);
		enable(RESTORE, other);
	}

	private void enable(int id, boolean enabled) {
		Button button = getButton(id);
		if (button != null) {
			button.setEnabled(enabled);
		}
	}
}
