// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.inventory.HubContents;
import iothubtools.core.inventory.HubContents.Phase;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.table.RowTable;
import iothubtools.ui.internal.table.TypeAhead;

/** The three faces of the view: no hub yet, the only hub fails, and the rows with filter, notice and status line. */
final class HubPages {

	private final Composite stack;
	private final StackLayout layout = new StackLayout();
	private final EmptyPage empty;
	private final FailureNotice errorPage;
	private final Composite content;
	private final FilterField filter;
	private final FilterChoices choices;
	private final HiddenNotice hidden;
	private final FailureNotice errorBar;
	private final RowTable<Row> rows;
	private final Label status;
	private String counts = "";
	private boolean several;

	/** @param texts what stands in the columns of a device */
	HubPages(Composite parent, Function<Row.Device, String[]> texts, Consumer<String> filterChanged, Consumer<Map<String, String>> choicesChanged,
			Runnable clearFilter, Consumer<HubConnection> retry, Consumer<String> command) {
		stack = new Composite(parent, SWT.NONE);
		stack.setLayout(layout);
		empty = new EmptyPage(stack, command);
		errorPage = FailureNotice.page(stack, retry, command);
		content = new Composite(stack, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
		Composite line = new Composite(content, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(line);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
		filter = new FilterField(line, filterChanged, this::focusRows);
		choices = new FilterChoices(line, choicesChanged);
		hidden = new HiddenNotice(content, clearFilter);
		errorBar = FailureNotice.bar(content, retry, command);
		GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(errorBar.control());
		errorBar.control().setVisible(false);
		rows = new RowTable<>(content, SWT.MULTI, table -> new RowLabels(table, texts));
		TypeAhead.install(rows, Row::name);
		WidgetIds.mark(rows.table(), WidgetIds.DEVICE_TREE);
		Fields.accessibleName(rows.table(), Messages.Rows_accessible);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(rows.table());
		status = WidgetIds.mark(new Label(content, SWT.WRAP), WidgetIds.STATUS_LINE);
		GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT)
				.indent(LayoutConstants.getSpacing().x, LayoutConstants.getSpacing().y / 2).applyTo(status);
		rows.table().addListener(SWT.Selection, event -> showStatus());
	}

	/**
	 * What is seen until there is something to show, which may take a while.
	 *
	 * @param any whether there is any hub
	 */
	void begin(boolean any) {
		layout.topControl = any ? content : empty.control();
	}

	RowTable<Row> rows() {
		return rows;
	}

	FilterField filter() {
		return filter;
	}

	FilterChoices choices() {
		return choices;
	}

	HiddenNotice hidden() {
		return hidden;
	}

	List<Text> texts() {
		return List.of(filter.control(), errorPage.reason(), errorBar.reason());
	}

	void show(HubSections sections) {
		List<HubContents> hubs = sections.hubs();
		List<HubContents> failed = hubs.stream().filter(hub -> hub.phase() == Phase.FAILED).toList();
		rows.show(sections.rows());
		counts = RowsSummary.of(sections);
		several = hubs.size() > 1;
		showStatus();
		if (hubs.isEmpty()) {
			top(empty.control());
		} else if (hubs.size() == 1 && hubs.get(0).nothingToShow()) {
			errorPage.show(hubs);
			top(errorPage.control());
		} else {
			showBar(failed);
			top(content);
		}
	}

	/** One selected device needs no count; a selected hub says its own. */
	private void showStatus() {
		int count = rows.selectedCount();
		if (count == 1) {
			String remark = rows.selected().stream().map(this::remark).findFirst().orElse("");
			setStatus(remark.isEmpty() ? counts : RowsSummary.with(counts, remark));
			return;
		}
		long selected = count < 2 ? 0
				: rows.selected().stream().filter(Row.Device.class::isInstance).count();
		setStatus(selected < 2 ? counts : RowsSummary.withSelected(counts, selected));
	}

	private String remark(Row row) {
		String remark = RowLabels.remark(row);
		return several && !remark.isEmpty() ? RowsSummary.of(row.connection(), remark) : remark;
	}

	/** As many lines as it needs. */
	private void setStatus(String text) {
		if (!text.equals(status.getText())) {
			status.setText(text);
			if (status.computeSize(status.getSize().x, SWT.DEFAULT).y != status.getSize().y) {
				content.layout();
			}
		}
	}

	private void showBar(List<HubContents> failed) {
		Composite bar = errorBar.control();
		boolean visible = !failed.isEmpty();
		if (visible) {
			errorBar.show(failed);
		}
		if (bar.getLayoutData() instanceof GridData data && data.exclude == visible) {
			data.exclude = !visible;
			bar.setVisible(visible);
			content.layout();
		}
	}

	private void top(Control page) {
		if (layout.topControl != page) {
			boolean hadFocus = contains(layout.topControl, stack.getDisplay().getFocusControl());
			layout.topControl = page;
			stack.layout();
			if (hadFocus) {
				setFocus();
			}
		}
	}

	private static boolean contains(Control page, Control focus) {
		for (Control control = focus; control != null; control = control.getParent()) {
			if (control == page) {
				return true;
			}
		}
		return false;
	}

	void setFocus() {
		if (layout.topControl == content) {
			focusRows();
		} else if (layout.topControl == errorPage.control()) {
			errorPage.setFocus();
		} else {
			layout.topControl.setFocus();
		}
	}

	private void focusRows() {
		rows.table().setFocus();
	}
}
