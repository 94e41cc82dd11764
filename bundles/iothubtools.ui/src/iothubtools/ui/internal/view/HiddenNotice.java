// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.table.RowFilter;

/** Says that devices that were just created are hidden by the filter, with a way to see them. */
final class HiddenNotice {

	/** What the links in the text are called. */
	private static final String CLEAR = "clear";

	private final Link link;
	private final Map<Row.Key, DeviceSummary> hidden = new LinkedHashMap<>();

	/** @param clear shows all devices */
	HiddenNotice(Composite parent, Runnable clear) {
		link = WidgetIds.mark(new Link(parent, SWT.WRAP), WidgetIds.HIDDEN_NOTICE);
		GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).exclude(true)
				.indent(LayoutConstants.getSpacing().x, LayoutConstants.getSpacing().y / 2).applyTo(link);
		link.setVisible(false);
		link.addListener(SWT.Selection, event -> {
			if (CLEAR.equals(event.text)) {
				clear.run();
			}
			hidden.clear();
			show();
		});
	}

	/** Devices were created. */
	void created(HubConnection connection, List<DeviceIdentity> devices, RowFilter<DeviceSummary> filter) {
		// only these: an import tells of its devices a hundred at a time, and those before did not pass
		List<DeviceSummary> news = devices.stream().map(DeviceSummary::of).toList();
		Set<DeviceSummary> passed = Set.copyOf(filter.of(news));
		news.stream().filter(device -> !passed.contains(device))
				.forEach(device -> hidden.put(new Row.Key(connection.id(), device.deviceId()), device));
		show();
	}

	/** Devices are gone. */
	void deleted(HubConnection connection, List<String> deviceIds) {
		deviceIds.forEach(id -> hidden.remove(new Row.Key(connection.id(), id)));
		show();
	}

	/**
	 * Those that pass another filter are told of no longer.
	 *
	 * @param filters those of the hubs, by the connections' ids
	 */
	void filtered(Function<String, RowFilter<DeviceSummary>> filters) {
		Map<String, RowFilter<DeviceSummary>> known = new HashMap<>();
		hidden.entrySet().removeIf(device -> !known.computeIfAbsent(device.getKey().connectionId(), filters).of(List.of(device.getValue())).isEmpty());
		show();
	}

	/** The first that is hidden; null if none is. */
	Row.@Nullable Key first() {
		return hidden.isEmpty() ? null : hidden.keySet().iterator().next();
	}

	private void show() {
		boolean visible = !hidden.isEmpty();
		if (visible) {
			// an ampersand would be a mnemonic
			link.setText(hidden.size() == 1 ? NLS.bind(Messages.Hidden_one, hidden.values().iterator().next().deviceId().replace("&", "&&"))
					: NLS.bind(Messages.Hidden_many, Counts.number(hidden.size())));
		}
		if (link.getLayoutData() instanceof GridData data && (visible || !data.exclude)) {
			data.exclude = !visible;
			link.setVisible(visible);
			link.getParent().layout();
		}
	}
}
