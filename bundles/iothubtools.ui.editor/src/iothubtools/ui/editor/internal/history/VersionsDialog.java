// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.history;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

import iothubtools.ui.editor.internal.page.TextDialog;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;

/** The versions of a twin, to be compared with its text and to be put in its place. */
public final class VersionsDialog extends TextDialog {

	/** What tests find it by. */
	static final String TABLE = "twinVersions";

	private static final int COMPARE = IDialogConstants.CLIENT_ID + 1;
	private static final int RESTORE = IDialogConstants.CLIENT_ID + 2;
	private static final int LINES = 10;
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());

	private final String name;
	private final String text;
	private final List<TwinVersion> versions;
	private final Consumer<String> restore;
	private @Nullable Table table;

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
		Composite frame = new Composite(area, SWT.NONE);
		TableColumnLayout columns = new TableColumnLayout();
		frame.setLayout(columns);
		Table rows = WidgetIds.mark(new Table(frame, SWT.BORDER | SWT.SINGLE | SWT.FULL_SELECTION), TABLE);
		table = rows;
		rows.setHeaderVisible(true);
		Fields.accessibleName(rows, Messages.Versions_accessible);
		column(columns, rows, Messages.Column_time, 4);
		column(columns, rows, Messages.Column_version, 2);
		column(columns, rows, Messages.Column_how, 3);
		for (TwinVersion version : versions) {
			TableItem item = new TableItem(rows, SWT.NONE);
			item.setText(new String[] { TIME.format(version.time()), Long.toString(version.version()), how(version) });
		}
		rows.addListener(SWT.Selection, event -> enable());
		rows.addListener(SWT.DefaultSelection, event -> compare());
		GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, LINES * rows.getItemHeight()).applyTo(frame);
		if (!versions.isEmpty()) {
			rows.select(0);
		}
	}

	private String how(TwinVersion version) {
		String how = version.saved() ? Messages.Saved : Messages.Read;
		return version.text().equals(text) ? NLS.bind(Messages.As_now, how) : how;
	}

	private static void column(TableColumnLayout columns, Table rows, String heading, int weight) {
		TableColumn column = new TableColumn(rows, SWT.LEFT);
		column.setText(heading);
		columns.setColumnData(column, new ColumnWeightData(weight));
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
		Table rows = table;
		int index = rows == null ? -1 : rows.getSelectionIndex();
		return index < 0 ? null : versions.get(index);
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
