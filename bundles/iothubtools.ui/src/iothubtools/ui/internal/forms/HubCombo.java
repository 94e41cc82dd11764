// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.forms;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.ToolTips;
import iothubtools.ui.internal.WidgetIds;

/** The hub that a view is about: it stays what it is until a person chooses another or its connection is removed. */
public final class HubCombo {

	private final Supplier<List<HubConnection>> hubs;
	private final Combo combo;
	/** As long as there is no hub at all. */
	private final Link first;
	private final Runnable changed;
	/** What stands below all hubs to lead to another; empty for nothing. */
	private String more = "";
	private Runnable another = () -> {
	};
	private List<HubConnection> all = List.of();
	private @Nullable HubConnection chosen;

	/**
	 * @param id      of the field
	 * @param hubs    gives those that there are
	 * @param changed hears that there is another hub now
	 * @param connect leads to a first hub
	 */
	public HubCombo(Composite parent, String id, Supplier<List<HubConnection>> hubs, Runnable changed, Runnable connect) {
		this.hubs = hubs;
		this.changed = changed;
		Composite line = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).margins(LayoutConstants.getSpacing().x, LayoutConstants.getSpacing().y / 2).applyTo(line);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
		Label label = new Label(line, SWT.NONE);
		label.setText(Messages.Hub_label);
		combo = WidgetIds.mark(new Combo(line, SWT.DROP_DOWN | SWT.READ_ONLY), id);
		GridDataFactory.fillDefaults().hint(240, SWT.DEFAULT).applyTo(combo);
		first = WidgetIds.mark(new Link(line, SWT.NONE), WidgetIds.CONNECT_HUB);
		first.setText(Messages.Hub_connect);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(first);
		first.addListener(SWT.Selection, event -> connect.run());
		combo.addListener(SWT.Selection, event -> {
			int index = combo.getSelectionIndex();
			if (index >= 0 && index < all.size()) {
				choose(all.get(index));
			} else if (index >= 0) {
				// what is chosen stays until there is another
				update();
				another.run();
			}
		});
		update();
	}

	/**
	 * Has a last entry that is no hub but leads to one more.
	 *
	 * @param text what it says
	 */
	public void more(String text, Runnable action) {
		more = text;
		another = action;
		update();
	}

	/** Null while there is no hub. */
	public @Nullable HubConnection chosen() {
		return chosen;
	}

	/** Shows another hub, or none, and tells so. */
	public void choose(@Nullable HubConnection connection) {
		chosen = connection;
		update();
		changed.run();
	}

	/** The connections are others, or have other names. */
	public void update() {
		all = hubs.get();
		HubConnection before = chosen;
		chosen = before == null ? null : all.stream().filter(hub -> hub.id().equals(before.id())).findFirst().orElse(null);
		combo.setItems(Stream.concat(all.stream().map(HubCombo::text), Stream.of(more).filter(text -> !text.isEmpty())).toArray(String[]::new));
		HubConnection now = chosen;
		if (now != null) {
			combo.select(all.indexOf(now));
			ToolTips.show(combo, text(now));
		}
		combo.setEnabled(!all.isEmpty() || !more.isEmpty());
		if (first.getLayoutData() instanceof GridData data && data.exclude != !all.isEmpty()) {
			data.exclude = !all.isEmpty();
			first.setVisible(all.isEmpty());
			first.requestLayout();
		}
	}

	private static String text(HubConnection hub) {
		return hub.isEventHub() ? NLS.bind(Messages.Hub_eventHub, hub.name()) : hub.name();
	}

	/** Goes there. */
	public void setFocus() {
		combo.setFocus();
	}
}
