// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.support;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.telemetry.MonitoredDevices;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.monitor.MonitorView;
import iothubtools.ui.internal.monitor.MonitorViews;

/** A D2C Monitor as a person uses it; hides all of them when closed. */
public record MonitorPart(MonitorView part) implements AutoCloseable {

	/** Opens one for a hub, or some of its devices. */
	public static MonitorPart open(HubConnection connection, String... devices) {
		return Ui.get(() -> {
			try {
				return new MonitorPart(MonitorViews.open(HubView.page(), connection, new MonitoredDevices.Named(List.of(devices))));
			} catch (PartInitException e) {
				throw new IllegalStateException(e);
			}
		});
	}

	/** Those that are open. */
	public static List<MonitorPart> all() {
		return Ui.get(() -> Arrays.stream(HubView.page().getViewReferences()).map(view -> view.getView(true)).filter(MonitorView.class::isInstance)
				.map(view -> new MonitorPart((MonitorView) view)).toList());
	}

	/** Runs a command as its key would in this view. */
	public MonitorPart command(String id) {
		PartScope.command(part, id);
		return this;
	}

	/** The same without waiting, as a dialog opens. */
	public void post(String id) {
		PartScope.post(part, id);
	}

	/** Waits until it reads. */
	public MonitorPart awaitReading() {
		awaitStatus(text -> text.startsWith("Reading "));
		return this;
	}

	/** Waits until the line below the rows says this. */
	public String awaitStatus(Predicate<String> passes) {
		return PartScope.await("status", () -> find(WidgetIds.MONITOR_STATUS) instanceof Label line ? line.getText() : "", passes);
	}

	/** Waits until the line above the rows says this; empty while there is none. */
	public String awaitNotice(Predicate<String> passes) {
		return PartScope.await("notice", () -> find(WidgetIds.MONITOR_NOTICE) instanceof Composite notice && notice.isVisible()
				&& PartScope.find(notice, WidgetIds.REASON) instanceof Text text ? text.getText() : "", passes);
	}

	/** Follows the link of the notice. */
	public void followNotice() {
		Ui.run(this::noticeFollowed);
	}

	/** The same without waiting, as a dialog opens. */
	public void postNotice() {
		Ui.post(this::noticeFollowed);
	}

	private void noticeFollowed() {
		Arrays.stream(((Composite) find(WidgetIds.MONITOR_NOTICE)).getChildren()).filter(Link.class::isInstance).findFirst().orElseThrow()
				.notifyListeners(SWT.Selection, new Event());
	}

	/** Follows a link that is there by its name, and does not wait, as it may open a dialog. */
	public MonitorPart follow(String id) {
		Until.holds(id, () -> find(id) instanceof Link link && link.isVisible());
		Ui.post(() -> find(id).notifyListeners(SWT.Selection, new Event()));
		return this;
	}

	/** Waits until what stands in place of the rows says this; empty while there are rows. */
	public String awaitEmpty(Predicate<String> passes) {
		return PartScope.await("placeholder", () -> find(WidgetIds.MONITOR_EMPTY) instanceof Composite page && page.isVisible()
				&& page.getChildren()[0] instanceof Label text ? text.getText() : "", passes);
	}

	/** Follows the link of what stands in place of the rows. */
	public void followStep() {
		Until.holds("a step", () -> find(WidgetIds.MONITOR_STEP).isVisible());
		Ui.run(() -> find(WidgetIds.MONITOR_STEP).notifyListeners(SWT.Selection, new Event()));
	}

	/** Waits until these stand below a heading, and no others. */
	public MonitorPart awaitColumn(String heading, String... texts) {
		List<?>[] last = { List.of() };
		try {
			Until.holds(heading, () -> (last[0] = cells(heading)).equals(List.of(texts)));
		} catch (AssertionError e) {
			throw new AssertionError(e.getMessage() + " " + List.of(texts) + ", but it is " + last[0], e);
		}
		return this;
	}

	/** What stands below a heading. */
	public List<String> column(String heading) {
		return Ui.get(() -> cells(heading));
	}

	private List<String> cells(String heading) {
		Table table = (Table) find(WidgetIds.MONITOR_MESSAGES);
		int index = Arrays.stream(table.getColumns()).map(TableColumn::getText).toList().indexOf(heading);
		return index < 0 || !table.isVisible() ? List.of() : Arrays.stream(table.getItems()).map(item -> item.getText(index)).toList();
	}

	/** The headings of the columns that can be seen. */
	public List<String> headings() {
		return Ui.get(() -> Arrays.stream(table().getColumns()).filter(column -> column.getWidth() > 0).map(TableColumn::getText).toList());
	}

	/** The table of messages; on the UI thread. */
	public Table table() {
		return (Table) find(WidgetIds.MONITOR_MESSAGES);
	}

	/** Selects rows as a click does. */
	public MonitorPart select(int... rows) {
		Ui.run(() -> {
			table().setFocus();
			table().setSelection(rows);
			table().notifyListeners(SWT.Selection, new Event());
		});
		return this;
	}

	/** Types instead of what is in a text or combo. */
	public MonitorPart type(String id, String text) {
		Ui.run(() -> {
			if (find(id) instanceof Combo combo) {
				combo.setText(text);
			} else if (find(id) instanceof Text field) {
				field.setText(text);
			}
		});
		return this;
	}

	/** Chooses in a combo. */
	public MonitorPart choose(String id, String text) {
		Ui.run(() -> {
			Combo combo = (Combo) find(id);
			combo.select(List.of(combo.getItems()).indexOf(text));
			combo.notifyListeners(SWT.Selection, new Event());
		});
		return this;
	}

	/** Waits until the body beside the rows is this. */
	public String awaitBody(Predicate<String> passes) {
		return PartScope.await("body", () -> ((StyledText) find(WidgetIds.MONITOR_BODY)).getText(), passes);
	}

	/** What is said of the body. */
	public String awaitRemark(Predicate<String> passes) {
		return PartScope.await("remark", () -> ((Label) find(WidgetIds.MONITOR_REMARK)).getText(), passes);
	}

	/** The lines of properties and annotations, name and value separated by {@code =}. */
	public List<String> properties() {
		return Ui.get(() -> Arrays.stream(((Table) find(WidgetIds.MONITOR_PROPERTIES)).getItems())
				.map(item -> item.getText(0).strip() + (item.getText(1).isEmpty() ? "" : "=" + item.getText(1))).toList());
	}

	/** A widget of this view; on the UI thread. */
	public Control find(String id) {
		return PartScope.find((Composite) part.getAdapter(Control.class), id);
	}

	@Override
	public void close() {
		closeAll();
	}

	/** Hides all monitors. */
	public static void closeAll() {
		PartScope.closeAll(UiIds.MONITOR_VIEW);
	}
}
