// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.model.DeviceTexts;
import iothubtools.ui.internal.table.Column;
import iothubtools.ui.internal.table.Letters;

/**
 * Buttons beside the filter. Each is for one column, says by its text what a device must have there, and opens a menu of what that can be.
 */
final class FilterChoices {

	private static final Map<Column<DeviceSummary>, List<String>> TEXTS = new LinkedHashMap<>();
	static {
		TEXTS.put(DeviceColumns.STATUS, List.of(DeviceTexts.status(DeviceStatus.ENABLED), DeviceTexts.status(DeviceStatus.DISABLED)));
		TEXTS.put(DeviceColumns.TYPE, List.of(DeviceTexts.type(false), DeviceTexts.type(true)));
		TEXTS.put(DeviceColumns.AUTHENTICATION, DeviceTexts.authentications());
	}

	/** Columns of which any text can be chosen, by a command; there is a button for each as long as it is. */
	private static final List<Column<DeviceSummary>> FREE = List.of(DeviceColumns.PARENT);

	private final ToolBar bar;
	private final Map<Column<DeviceSummary>, ToolItem> items = new LinkedHashMap<>();
	private final Consumer<Map<String, String>> changed;
	private Map<String, String> only = Map.of();

	/** @param changed given by the ids of columns the texts that devices must have there */
	FilterChoices(Composite parent, Consumer<Map<String, String>> changed) {
		this.changed = changed;
		bar = WidgetIds.mark(new ToolBar(parent, SWT.FLAT | SWT.RIGHT), WidgetIds.FILTER_CHOICES);
		Fields.accessibleName(bar, Messages.Choices_accessible);
		GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(bar);
		TEXTS.forEach(this::create);
		show();
	}

	private void create(Column<DeviceSummary> column, List<String> texts) {
		ToolItem item = new ToolItem(bar, SWT.DROP_DOWN);
		item.addListener(SWT.Selection, event -> open(column, texts, item));
		items.put(column, item);
	}

	/** Makes a choice; a text that is not among those that can be chosen is none. */
	void set(Map<String, String> texts) {
		Map<String, String> possible = new HashMap<>();
		TEXTS.forEach((column, some) -> {
			String text = texts.get(column.id());
			if (text != null && some.contains(text)) {
				possible.put(column.id(), text);
			}
		});
		for (Column<DeviceSummary> column : FREE) {
			String text = texts.get(column.id());
			if (text != null && !text.isEmpty()) {
				possible.put(column.id(), text);
			}
		}
		if (!possible.equals(only)) {
			only = possible;
			show();
			changed.accept(only);
		}
	}

	/** What is chosen, in words; empty if nothing is. */
	static String inWords(Map<String, String> only) {
		return String.join(", ", Stream.concat(TEXTS.keySet().stream().filter(column -> only.containsKey(column.id())).map(column -> only.get(column.id())),
				FREE.stream().filter(column -> only.containsKey(column.id()))
						.map(column -> NLS.bind(Messages.Choices_free, column.heading(), only.get(column.id()))))
				.toList());
	}

	private void show() {
		for (Column<DeviceSummary> column : FREE) {
			ToolItem before = items.remove(column);
			if (before != null) {
				before.dispose();
			}
			String text = only.get(column.id());
			if (text != null) {
				create(column, List.of(text));
			}
		}
		items.forEach((column, item) -> {
			String text = only.get(column.id());
			item.setText(text == null ? column.heading()
					: FREE.contains(column) ? NLS.bind(Messages.Choices_free, column.heading(), text) : NLS.bind(Messages.Choices_chosen, text));
			item.setToolTipText(NLS.bind(text == null ? Messages.Choices_toolTip : Messages.Choices_toolTip_chosen, column.heading(), text));
		});
		bar.requestLayout();
	}

	private void open(Column<DeviceSummary> column, List<String> texts, ToolItem item) {
		Menu menu = new Menu(bar);
		Letters letters = new Letters();
		add(menu, column, letters.mark(NLS.bind(Messages.Choices_any, column.heading())), null);
		texts.forEach(text -> add(menu, column, letters.mark(text), text));
		// after its items have told that they were selected
		menu.addListener(SWT.Hide, hidden -> bar.getDisplay().asyncExec(menu::dispose));
		Rectangle place = item.getBounds();
		menu.setLocation(bar.toDisplay(place.x, place.y + place.height));
		menu.setVisible(true);
	}

	private void add(Menu menu, Column<DeviceSummary> column, String label, @Nullable String text) {
		MenuItem item = new MenuItem(menu, SWT.RADIO);
		item.setText(label);
		item.setSelection(Objects.equals(text, only.get(column.id())));
		item.addListener(SWT.Selection, event -> {
			if (item.getSelection()) {
				Map<String, String> next = new HashMap<>(only);
				if (text == null) {
					next.remove(column.id());
				} else {
					next.put(column.id(), text);
				}
				set(next);
			}
		});
	}
}
