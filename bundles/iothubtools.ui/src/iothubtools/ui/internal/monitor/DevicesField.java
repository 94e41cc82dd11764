// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.util.Arrays;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IMemento;

import iothubtools.core.telemetry.MonitoredDevices;
import iothubtools.ui.internal.KeptText;
import iothubtools.ui.internal.WidgetIds;

/** Whose messages a monitor shows: ids that somebody types, or the devices of a query, of which it says how many there are. */
final class DevicesField {

	private static final String DEVICES = "devices";
	private static final String QUERY = "query";
	private static final String QUERY_NAME = "queryName";
	private static final String AGAIN = "again";

	/** The title of a view has no room for more ids. */
	private static final int MOST_IN_TITLE = 3;

	/** How much wider what is said of a query is than what is typed of ids. */
	private static final double OF_QUERY = 1.5;

	private final Text text;
	private final int width;
	private final Link steps;
	private final Runnable changed;
	private MonitoredDevices.@Nullable OfQuery query;
	/** Devices that were not typed, until somebody types: an id may have what stands between ids here. */
	private MonitoredDevices.@Nullable Named exact;
	/** While it is not a person who changes the text. */
	private boolean saying;

	/**
	 * Fills two columns.
	 *
	 * @param width   of the text, in pixels
	 * @param changed hears that it is about other devices
	 * @param again   runs the query once more
	 */
	DevicesField(Composite parent, int width, Runnable changed, Runnable again) {
		this.changed = changed;
		this.width = width;
		text = WidgetIds.mark(new Text(parent, SWT.BORDER | SWT.SINGLE), WidgetIds.MONITOR_DEVICES);
		text.setMessage(Messages.Form_devices_all);
		text.setToolTipText(Messages.Form_devices_toolTip);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(width, SWT.DEFAULT).applyTo(text);
		steps = WidgetIds.mark(new Link(parent, SWT.NONE), WidgetIds.MONITOR_QUERY);
		steps.setText(Messages.Form_query_steps);
		steps.setToolTipText(Messages.Form_query_steps_toolTip);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).exclude(true).applyTo(steps);
		steps.setVisible(false);
		steps.addListener(SWT.Selection, event -> {
			if (AGAIN.equals(event.text)) {
				again.run();
			} else {
				set(MonitoredDevices.ALL);
				text.setFocus();
			}
		});
		text.addListener(SWT.Modify, event -> {
			if (!saying) {
				exact = null;
				changed.run();
			}
		});
	}

	Text text() {
		return text;
	}

	/** Whose messages. */
	MonitoredDevices get() {
		MonitoredDevices.OfQuery pinned = query;
		MonitoredDevices.Named named = exact;
		return pinned != null ? pinned : named != null ? named
				: new MonitoredDevices.Named(Arrays.stream(text.getText().split("[,;\\s]+")).filter(id -> !id.isEmpty()).toList());
	}

	/** Shows others. */
	void set(MonitoredDevices devices) {
		MonitoredDevices.OfQuery ofQuery = devices instanceof MonitoredDevices.OfQuery of ? of : null;
		query = ofQuery;
		boolean pinned = ofQuery != null;
		text.setEditable(!pinned);
		if (steps.getLayoutData() instanceof GridData data && data.exclude == pinned) {
			data.exclude = !pinned;
			steps.setVisible(pinned);
			if (text.getLayoutData() instanceof GridData room) {
				room.widthHint = pinned ? (int) (width * OF_QUERY) : width;
			}
			steps.requestLayout();
		}
		text.setToolTipText(ofQuery != null ? ofQuery.query() : Messages.Form_devices_toolTip);
		if (devices instanceof MonitoredDevices.Named named) {
			say(String.join(", ", named.ids()));
			exact = named;
		} else {
			exact = null;
		}
		found(null);
		changed.run();
	}

	/** Shows how many devices the query has; null as long as that is not known. */
	void found(MonitoredDevices.@Nullable Found found) {
		MonitoredDevices.OfQuery pinned = query;
		if (pinned != null) {
			String name = name(pinned);
			String said = found == null ? NLS.bind(Messages.Form_query, name)
					: NLS.bind(found.more() ? Messages.Form_query_first : Messages.Form_query_found, MonitorStatus.number(found.ids().size()), name);
			say(said);
		}
	}

	/** What a query is called: itself where it has no name. */
	static String name(MonitoredDevices.OfQuery query) {
		return query.name().isEmpty() ? query.query().strip().replaceAll("\\s+", " ") : query.name();
	}

	private void say(String what) {
		if (!what.equals(text.getText())) {
			saying = true;
			text.setText(what);
			saying = false;
		}
	}

	/** What it is about in a word or some; empty for all devices. */
	String title() {
		MonitoredDevices.OfQuery pinned = query;
		if (get() instanceof MonitoredDevices.Named named && named.ids().size() > MOST_IN_TITLE) {
			return NLS.bind(Messages.Empty_more, named.ids().get(0), MonitorStatus.number(named.ids().size() - 1));
		}
		return pinned == null ? text.getText().strip() : pinned.name().isEmpty() ? Messages.Form_query_unnamed : pinned.name();
	}

	void save(IMemento memento) {
		MonitoredDevices.OfQuery pinned = query;
		KeptText.put(memento, DEVICES, pinned == null ? text.getText() : "");
		KeptText.put(memento, QUERY, pinned == null ? "" : pinned.query());
		KeptText.put(memento, QUERY_NAME, pinned == null ? "" : pinned.name());
	}

	void restore(IMemento memento) {
		String typed = memento.getString(DEVICES);
		String pinned = memento.getString(QUERY);
		String name = memento.getString(QUERY_NAME);
		if (pinned != null && !pinned.isEmpty()) {
			set(new MonitoredDevices.OfQuery(name == null ? "" : name, pinned));
		} else {
			set(MonitoredDevices.ALL);
			// as it was typed
			text.setText(typed == null ? "" : typed);
		}
	}
}
