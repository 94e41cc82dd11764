// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.queue;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;

import iothubtools.client.commands.ReceivedCloudToDeviceMessage;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.content.BodyCell;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.table.CellToolTip;
import iothubtools.ui.internal.table.Column;
import iothubtools.ui.internal.table.Columns;
import iothubtools.ui.internal.table.ItemRow;
import iothubtools.ui.internal.table.RowList;
import iothubtools.ui.internal.table.RowSection;
import iothubtools.ui.internal.table.RowTable;
import iothubtools.ui.internal.table.TableColumns;

/** The messages that were received here, in the order in which they came. While one is locked, each second says how long it still is. */
final class ReceivedTable {

	/** What tests find it by. */
	static final String TABLE = "queueReceived";

	private static final int SECOND = 1000;
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());

	private final RowTable<ItemRow<Received>> rows;
	private final Runnable changed;
	private List<Received> messages = List.of();
	private boolean ticking;

	/** @param changed hears when other rows are selected, and when one of them is not locked any more */
	ReceivedTable(Composite parent, Runnable changed) {
		this.changed = changed;
		Columns<Received> columns = Columns.of(
				column("messageId", Messages.Column_messageId, 24, received -> text(received.message().messageId())),
				column("state", Messages.Column_state, 38, received -> received.state(Instant.now())),
				column("body", Messages.Column_body, 38, received -> preview(received.message())),
				column("deliveryCount", Messages.Column_deliveryCount, 18, received -> Integer.toString(received.message().deliveryCount())),
				column("enqueued", Messages.Column_enqueued, 26, received -> time(received.message().enqueuedTime())));
		rows = new RowTable<>(parent, SWT.MULTI, table -> (item, row) -> item.setText(columns.texts(row.item())));
		Table table = WidgetIds.mark(rows.table(), TABLE);
		Fields.accessibleName(table, Messages.Table_accessible);
		TableColumns<Received> heads = new TableColumns<>(table, columns, column -> {
			// they stay in their order
		});
		CellToolTip.install(rows, heads);
		table.addListener(SWT.Selection, event -> changed.run());
	}

	private static Column<Received> column(String id, String heading, int width, Function<Received, String> text) {
		return new Column<>(id, heading, width, text, Comparator.comparingLong(received -> received.message().sequenceNumber()));
	}

	private static String preview(ReceivedCloudToDeviceMessage message) {
		return BodyCell.of(message.payload(), message.contentType(), message.contentEncoding());
	}

	private static String text(@Nullable String value) {
		return value == null ? "" : value;
	}

	/** By the clock and in the zone of this machine. */
	static String time(@Nullable Instant time) {
		return time == null ? "" : TIME.format(time);
	}

	/** Shows these. */
	void show(List<Received> now) {
		messages = now;
		rows.show(new RowList<>(List.of(RowSection.of(now, Received::key))));
		tick();
	}

	/** Selects one, and none else. */
	void select(Received received) {
		rows.reveal(received.key());
	}

	List<Received> selected() {
		return rows.selected().stream().map(ItemRow::item).toList();
	}

	/** To be selected and read. */
	Table widget() {
		return rows.table();
	}

	private void tick() {
		if (!ticking && messages.stream().anyMatch(received -> received.isLocked(Instant.now()))) {
			ticking = true;
			rows.table().getDisplay().timerExec(SECOND, this::ticked);
		}
	}

	private void ticked() {
		ticking = false;
		if (!rows.table().isDisposed()) {
			show(messages);
			changed.run();
		}
	}
}
