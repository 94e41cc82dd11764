// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IMemento;

import iothubtools.amqp.telemetry.StartPosition;
import iothubtools.amqp.telemetry.TelemetryRequest;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.core.telemetry.MonitorSettings;
import iothubtools.core.telemetry.MonitoredDevices;
import iothubtools.core.telemetry.TypedTime;
import iothubtools.ui.internal.KeptText;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.HubCombo;

/** What a monitor is to read: hub, devices, consumer group and from where on. */
final class MonitorForm {

	private static final String GROUP = "consumerGroup";
	private static final String FROM = "from";
	private static final String TIME = "time";
	private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

	/** From where on. */
	private enum From {
		NOW, EARLIEST, TIME
	}

	private final HubCombo hub;
	private final DevicesField devices;
	private final Combo group;
	private final ControlDecoration warning;
	private final Combo from;
	private final Text time;
	private final ControlDecoration timeError;
	private final Composite fields;
	private final Runnable changed;

	/**
	 * @param changed hears that there is something else in the form
	 * @param start   begins to read, as on Enter
	 * @param again   runs the query of the devices once more
	 * @param connect leads to a first hub
	 * @param endpoint leads to an endpoint in place of a hub
	 */
	MonitorForm(Composite parent, Runnable changed, Runnable start, Runnable again, Runnable connect, Runnable endpoint) {
		this.changed = changed;
		fields = new Composite(parent, SWT.NONE);
		RowLayout layout = new RowLayout(SWT.HORIZONTAL);
		layout.center = true;
		layout.marginTop = 0;
		layout.marginBottom = 0;
		layout.marginLeft = 0;
		layout.spacing = 0;
		fields.setLayout(layout);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(fields);
		Composite hubPart = new Composite(fields, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(hubPart);
		hub = new HubCombo(hubPart, WidgetIds.MONITOR_HUB, MonitorSources::all, this::hubChanged, connect);
		hub.more(Messages.Endpoint_more, endpoint);
		PixelConverter font = new PixelConverter(fields);
		Composite devicesPart = part(Messages.Form_devices);
		devices = new DevicesField(devicesPart, font.convertWidthInCharsToPixels(22), this::edited, again);
		Composite groupPart = part(Messages.Form_group);
		group = WidgetIds.mark(new Combo(groupPart, SWT.DROP_DOWN), WidgetIds.MONITOR_GROUP);
		group.setText(TelemetryRequest.DEFAULT_GROUP);
		group.setToolTipText(Messages.Form_group_toolTip);
		width(group, font, 18);
		warning = new ControlDecoration(group, SWT.TOP | SWT.LEFT);
		warning.setImage(FieldDecorationRegistry.getDefault().getFieldDecoration(FieldDecorationRegistry.DEC_WARNING).getImage());
		warning.setDescriptionText(Messages.Form_group_warning);
		Composite fromPart = part(Messages.Form_from);
		from = WidgetIds.mark(new Combo(fromPart, SWT.DROP_DOWN | SWT.READ_ONLY), WidgetIds.MONITOR_FROM);
		from.setItems(Messages.Form_from_now, Messages.Form_from_earliest, Messages.Form_from_time);
		from.select(0);
		GridDataFactory.fillDefaults().applyTo(from);
		time = WidgetIds.mark(new Text(fromPart, SWT.BORDER | SWT.SINGLE), WidgetIds.MONITOR_TIME);
		time.setToolTipText(Messages.Form_time_toolTip);
		Fields.accessibleName(time, Messages.Form_time_toolTip);
		width(time, font, 20);
		GridDataFactory.createFrom((GridData) time.getLayoutData()).indent(FieldDecorationRegistry.getDefault().getMaximumDecorationWidth(), 0)
				.applyTo(time);
		timeError = new ControlDecoration(time, SWT.TOP | SWT.LEFT);
		timeError.setImage(FieldDecorationRegistry.getDefault().getFieldDecoration(FieldDecorationRegistry.DEC_ERROR).getImage());
		timeError.setDescriptionText(Messages.Form_time_wrong);
		for (Control control : List.of(group, time)) {
			control.addListener(SWT.Modify, event -> edited());
		}
		for (Control control : List.of(devices.text(), group, time)) {
			control.addListener(SWT.DefaultSelection, event -> start.run());
		}
		from.addListener(SWT.Selection, event -> {
			if (chosenFrom() == From.TIME && time.getText().isBlank()) {
				time.setText(FORMAT.format(LocalDateTime.now().minusMinutes(15).truncatedTo(ChronoUnit.MINUTES)));
			}
			edited();
		});
		edited();
	}

	private Composite part(String label) {
		Composite part = new Composite(fields, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).spacing(10, 0).margins(LayoutConstants.getSpacing().x, LayoutConstants.getSpacing().y / 2).applyTo(part);
		Fields.label(part, label);
		return part;
	}

	private static void width(Control control, PixelConverter font, int characters) {
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(font.convertWidthInCharsToPixels(characters), SWT.DEFAULT).applyTo(control);
	}

	private void hubChanged() {
		HubConnection connection = hub.chosen();
		if (connection != null) {
			List<String> known = ConsumerGroups.of(connection);
			group.setItems(known.toArray(String[]::new));
			group.setText(known.get(0));
		}
		edited();
	}

	private void edited() {
		boolean byTime = chosenFrom() == From.TIME;
		if (time.getLayoutData() instanceof GridData data && data.exclude == byTime) {
			data.exclude = !byTime;
			time.setVisible(byTime);
			fields.requestLayout();
		}
		if (warnsOfGroup()) {
			warning.show();
		} else {
			warning.hide();
		}
		if (byTime && parsedTime() == null) {
			timeError.show();
		} else {
			timeError.hide();
		}
		changed.run();
	}

	/** Whether others may be disturbed: the local hub is this person's alone. */
	boolean warnsOfGroup() {
		HubConnection connection = hub.chosen();
		return connection != null && !LocalHubService.isLocal(connection) && group.getText().strip().equalsIgnoreCase(TelemetryRequest.DEFAULT_GROUP);
	}

	private From chosenFrom() {
		return From.values()[Math.max(0, from.getSelectionIndex())];
	}

	private @Nullable Instant parsedTime() {
		return TypedTime.parse(time.getText());
	}

	/** A time of today or so, in short. */
	static String clock(Instant when) {
		return CLOCK.format(when);
	}

	HubCombo hub() {
		return hub;
	}

	/** What is to be read; null, with the field that is wrong focused, if that cannot be. */
	@Nullable
	MonitorSettings settings() {
		StartPosition start = start();
		if (start == null) {
			return null;
		}
		String name = group.getText().isBlank() ? TelemetryRequest.DEFAULT_GROUP : group.getText().strip();
		return new MonitorSettings(name, start, devices.get(), Set.of());
	}

	private @Nullable StartPosition start() {
		Instant since = parsedTime();
		return switch (chosenFrom()) {
		case NOW -> new StartPosition.Latest();
		case EARLIEST -> new StartPosition.Earliest();
		case TIME -> since == null ? null : new StartPosition.After(since);
		};
	}

	/** Goes to the field of the time. */
	void goToTime() {
		time.setFocus();
		time.selectAll();
	}

	/** Goes to the consumer group. */
	void goToGroup() {
		group.setFocus();
	}

	/** Whose messages are to be read. */
	DevicesField devices() {
		return devices;
	}

	Text timeField() {
		return time;
	}

	/** Reads from now on, of all devices. */
	void reset() {
		devices.set(MonitoredDevices.ALL);
		from.select(From.NOW.ordinal());
		edited();
	}

	void save(IMemento memento) {
		devices.save(memento);
		KeptText.put(memento, GROUP, group.getText());
		memento.putString(FROM, chosenFrom().name());
		KeptText.put(memento, TIME, time.getText());
	}

	void restore(IMemento memento) {
		devices.restore(memento);
		String name = memento.getString(GROUP);
		if (name != null) {
			group.setText(name);
		}
		set(time, memento.getString(TIME));
		String begin = memento.getString(FROM);
		for (From each : From.values()) {
			if (each.name().equals(begin)) {
				from.select(each.ordinal());
			}
		}
		edited();
	}

	private static void set(Text text, @Nullable String value) {
		if (value != null) {
			text.setText(value);
		}
	}

	void setFocus() {
		hub.setFocus();
	}
}
