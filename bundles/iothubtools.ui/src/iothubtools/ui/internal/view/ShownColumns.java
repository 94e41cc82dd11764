// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IMemento;

import iothubtools.client.devices.DeviceSummary;
import iothubtools.client.devices.ListExtras;
import iothubtools.client.devices.TagPath;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.inventory.HubInventory;
import iothubtools.ui.internal.table.Column;
import iothubtools.ui.internal.table.ColumnChooser;
import iothubtools.ui.internal.table.ColumnMenu;
import iothubtools.ui.internal.table.Columns;
import iothubtools.ui.internal.table.RowArranger;
import iothubtools.ui.internal.table.RowFilter;
import iothubtools.ui.internal.table.RowOrder;
import iothubtools.ui.internal.table.RowTable;
import iothubtools.ui.internal.table.TableColumns;
import iothubtools.ui.internal.tasks.StatusLine;

/** The columns of the view as a person has chosen and arranged them, those of tags among them. */
final class ShownColumns {

	private final RowTable<Row> rows;
	private final RowArranger<DeviceSummary> arranger;
	private final HubInventory inventory;
	private final Consumer<RowOrder<DeviceSummary>> sort;
	private final TableColumns<DeviceSummary> heads;
	private final GenerationColumn generation;
	private TagColumns tags;
	/** Whether the names of the hubs can be seen; asked off the UI thread too. */
	private volatile boolean named;

	/**
	 * @param inventory  is asked for the tags and etags that can be seen
	 * @param generation is told whether it can be seen
	 * @param sort       puts the rows into another order
	 */
	ShownColumns(RowTable<Row> rows, TagColumns tags, RowArranger<DeviceSummary> arranger, HubInventory inventory, GenerationColumn generation,
			Consumer<RowOrder<DeviceSummary>> sort) {
		this.rows = rows;
		this.generation = generation;
		this.tags = tags;
		this.arranger = arranger;
		this.inventory = inventory;
		this.sort = sort;
		heads = new TableColumns<>(rows.table(), tags.shown(), this::sort);
		heads.explain(DeviceColumns.GENERATION, Messages.Generation_head);
	}

	/** As they were when the view was closed, which has this order. */
	void restore(@Nullable IMemento saved, RowOrder<DeviceSummary> order) {
		if (saved != null) {
			heads.restore(saved);
		}
		heads.whenChanged(this::showExtras);
		showExtras();
		heads.mark(order.firstKey());
	}

	void save(IMemento memento) {
		tags.save(memento);
		heads.save(memento);
	}

	/** The heads of the table. */
	TableColumns<DeviceSummary> heads() {
		return heads;
	}

	/** All there are, whether they can be seen or not. */
	Columns<DeviceSummary> all() {
		return tags.shown();
	}

	/** What can be done about them, in the menu of their heads. */
	void installMenu() {
		ColumnMenu.install(rows.table(), heads, ColumnMenu.Entry.choose(this::choose), new ColumnMenu.Entry(Messages.Tags_choose, this::chooseTags),
				ColumnMenu.Entry.reset(this::reset));
	}

	/** Whether the name of its hub stands in a column of each device that can be seen, so that a filter finds it there. */
	boolean named() {
		return named;
	}

	/** What passes of the devices of a hub. */
	RowFilter<DeviceSummary> filter(@Nullable HubConnection hub, RowOrder<DeviceSummary> order) {
		RowFilter<DeviceSummary> filter = RowFilter.of(all(), order);
		return hub != null && named ? filter.beside(hub.name()) : filter;
	}

	private void sort(Column<DeviceSummary> column) {
		if (column.equals(DeviceColumns.GENERATION)) {
			StatusLine.say(Messages.Generation_head);
			return;
		}
		RowOrder<DeviceSummary> order = arranger.order().clicked(column, all());
		heads.mark(order.firstKey());
		sort.accept(order);
	}

	/** Asks which can be seen. */
	void choose() {
		ColumnChooser.open(rows.table().getShell(), heads);
	}

	/** Asks which tags have one. */
	void chooseTags() {
		String wanted = TagColumnsDialog.ask(rows.table().getShell(), tags);
		if (wanted != null) {
			change(TagColumns.parse(wanted));
		}
	}

	private void reset() {
		change(List.of());
		heads.reset();
	}

	private void change(List<TagPath> wanted) {
		TagColumns next = tags.with(wanted);
		if (!next.tags().equals(tags.tags())) {
			tags = next;
			arranger.arrange(next.shown());
			rows.changeColumns(() -> {
				heads.change(next.shown());
				heads.mark(arranger.order().firstKey());
			});
		}
	}

	/** Lists ask for what can be seen. */
	private void showExtras() {
		generation.show(!heads.isHidden(DeviceColumns.GENERATION));
		boolean before = named;
		named = !heads.isHidden(DeviceColumns.HUB);
		if (named != before && !arranger.order().filter().isBlank()) {
			arranger.itemsChanged();
		}
		inventory.show(new ListExtras(tags.tags().stream().filter(path -> !heads.isHidden(tags.column(path))).toList(), !heads.isHidden(DeviceColumns.ETAG)));
	}
}
