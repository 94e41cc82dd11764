// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

import iothubtools.amqp.telemetry.EventPosition;
import iothubtools.amqp.telemetry.SystemProperties;
import iothubtools.amqp.telemetry.TelemetryMessage;
import iothubtools.core.telemetry.BodyText;
import iothubtools.core.telemetry.MessageBody;
import iothubtools.core.telemetry.MessageText;
import iothubtools.core.telemetry.ReceivedMessage;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;

/** What is beside the rows: the body of the selected message, in the way that it is or that a person has chosen, and all that is said of it. */
final class MessageDetails {

	/** More characters than anybody reads, and as many as a text shows at once. */
	private static final int MOST = 1_000_000;
	/** Of a name or value. */
	private static final int LEAST_CHARACTERS = 10;

	/** How a body is shown. */
	private enum Look {
		BY_TYPE, TEXT, HEX
	}

	/** The body as it is shown, and what is said of it. */
	private record Shown(ReceivedMessage message, String text, String remark) {
	}

	private final SashForm sash;
	private final Combo look;
	private final CLabel remark;
	private final StyledText body;
	private final Table properties;
	private final AtomicReference<@Nullable ReceivedMessage> wanted = new AtomicReference<>();
	private final Job job;
	private volatile Look chosen = Look.BY_TYPE;

	MessageDetails(Composite parent) {
		sash = new SashForm(parent, SWT.VERTICAL | SWT.SMOOTH);
		Composite top = new Composite(sash, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(top);
		Composite line = new Composite(top, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).margins(LayoutConstants.getSpacing().x, LayoutConstants.getSpacing().y / 2).applyTo(line);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
		Fields.label(line, Messages.Details_body);
		look = WidgetIds.mark(new Combo(line, SWT.DROP_DOWN | SWT.READ_ONLY), WidgetIds.MONITOR_LOOK);
		look.setItems(Messages.Details_byType, Messages.Details_text, Messages.Details_hex);
		look.select(0);
		look.addListener(SWT.Selection, event -> {
			chosen = Look.values()[look.getSelectionIndex()];
			read();
		});
		// what has no room is told to be cut, and is in the tool tip
		remark = WidgetIds.mark(new CLabel(line, SWT.NONE), WidgetIds.MONITOR_REMARK);
		remark.setMargins(0, 0, 0, 0);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(1, SWT.DEFAULT).applyTo(remark);
		body = WidgetIds.mark(new StyledText(top, SWT.BORDER | SWT.MULTI | SWT.READ_ONLY | SWT.H_SCROLL | SWT.V_SCROLL), WidgetIds.MONITOR_BODY);
		body.setFont(JFaceResources.getTextFont());
		body.setAlwaysShowScrollBars(false);
		body.addTraverseListener(event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
		Fields.accessibleName(body, Messages.Details_body_accessible);
		GridDataFactory.fillDefaults().grab(true, true).hint(100, 100).applyTo(body);
		// names and values have their share of whatever room there is
		Composite frame = new Composite(sash, SWT.NONE);
		TableColumnLayout columns = new TableColumnLayout();
		frame.setLayout(columns);
		properties = WidgetIds.mark(new Table(frame, SWT.BORDER | SWT.MULTI | SWT.FULL_SELECTION), WidgetIds.MONITOR_PROPERTIES);
		Fields.accessibleName(properties, Messages.Details_properties_accessible);
		properties.setHeaderVisible(true);
		column(columns, Messages.Details_name, 2);
		column(columns, Messages.Details_value, 3);
		sash.setWeights(3, 2);
		job = Job.createSystem("Read a message", (ICoreRunnable) monitor -> readNow());
		show(null);
	}

	private void column(TableColumnLayout columns, String heading, int weight) {
		TableColumn column = new TableColumn(properties, SWT.LEFT);
		column.setText(heading);
		columns.setColumnData(column, new ColumnWeightData(weight, new PixelConverter(properties).convertWidthInCharsToPixels(LEAST_CHARACTERS)));
	}

	/** Where a person reads and copies. */
	StyledText body() {
		return body;
	}

	Table properties() {
		return properties;
	}

	SashForm control() {
		return sash;
	}

	/** Shows a message, or that none is selected. */
	void show(@Nullable ReceivedMessage message) {
		ReceivedMessage before = wanted.getAndSet(message);
		if (message == null) {
			body.setText("");
			remark.setText(Messages.Details_none);
			properties.removeAll();
			look.setEnabled(false);
		} else if (!message.equals(before)) {
			look.setEnabled(true);
			fill(message.message());
			read();
		}
	}

	private void read() {
		// a body may be packed and large
		job.schedule();
	}

	private void readNow() {
		ReceivedMessage message = wanted.get();
		if (message == null) {
			return;
		}
		Look now = chosen;
		Shown shown = shown(message, now);
		if (!sash.isDisposed()) {
			sash.getDisplay().asyncExec(() -> {
				if (!sash.isDisposed() && message.equals(wanted.get()) && now == chosen) {
					body.setText(shown.text());
					remark.setText(shown.remark());
					remark.setToolTipText(shown.remark());
				}
			});
		}
	}

	private static Shown shown(ReceivedMessage message, Look look) {
		MessageBody read = MessageBody.of(message.message());
		String text = look == Look.HEX ? null : look == Look.TEXT ? read.text() : read.readable();
		List<String> remarks = new ArrayList<>();
		remarks.add(NLS.bind(Messages.Details_size, MonitorStatus.number(message.message().body().size())));
		remarks.add(text == null ? Messages.Details_kind_hex
				: look == Look.BY_TYPE && read.hasJson() ? Messages.Details_kind_json : Messages.Details_kind_text);
		read.notes().forEach(note -> remarks.add(note(note, message.message())));
		if (text == null && read.bytes().length > BodyText.MOST_HEX) {
			remarks.add(NLS.bind(Messages.Details_hexCut, MonitorStatus.number(BodyText.MOST_HEX)));
		}
		String shown = text == null ? BodyText.hex(read.bytes()) : text;
		if (shown.length() > MOST) {
			remarks.add(NLS.bind(Messages.Details_textCut, MonitorStatus.number(MOST)));
			shown = shown.substring(0, MOST);
		}
		return new Shown(message, shown, String.join(Messages.Status_separator, remarks));
	}

	private static String note(MessageBody.Note note, TelemetryMessage message) {
		return switch (note) {
		case UNPACKED -> Messages.Note_unpacked;
		case NOT_PACKED -> NLS.bind(Messages.Note_notPacked, message.system().contentEncoding());
		case DAMAGED -> Messages.Note_damaged;
		case CUT_SHORT -> NLS.bind(Messages.Note_cutShort, MonitorStatus.number(MessageBody.MOST_UNPACKED));
		case UNKNOWN_ENCODING -> NLS.bind(Messages.Note_unknownEncoding, message.system().contentEncoding());
		case NO_JSON -> NLS.bind(Messages.Note_noJson, message.system().contentType());
		case NO_TEXT -> NLS.bind(Messages.Note_noText, message.system().contentType());
		};
	}

	private void fill(TelemetryMessage message) {
		properties.setRedraw(false);
		properties.removeAll();
		EventPosition position = message.position();
		SystemProperties system = message.system();
		group(Messages.Group_message);
		line(Messages.Column_device, MessageText.deviceId(message));
		line(Messages.Column_module, MessageText.moduleId(message));
		line(Messages.Column_source, SourceLabels.of(message));
		line(Messages.Column_time, MessageColumns.time(position.enqueuedTime()));
		line(Messages.Column_messageId, system.messageId());
		line(Messages.Column_correlationId, system.correlationId());
		line(Messages.Details_userId, system.userId());
		line(Messages.Details_to, system.to());
		line(Messages.Column_contentType, system.contentType());
		line(Messages.Column_contentEncoding, system.contentEncoding());
		line(Messages.Column_creationTime, MessageColumns.time(system.creationTime()));
		line(Messages.Details_expiry, MessageColumns.time(system.expiry()));
		line(Messages.Column_partition, position.partition());
		line(Messages.Column_sequenceNumber, Long.toString(position.sequenceNumber()));
		line(Messages.Column_offset, position.offset());
		group(Messages.Group_properties, message.properties());
		group(Messages.Group_annotations, message.annotations());
		properties.setRedraw(true);
	}

	private void group(String name, Map<String, Object> entries) {
		if (!entries.isEmpty()) {
			group(name);
			entries.forEach((key, value) -> line(key, MessageText.of(value)));
		}
	}

	private void group(String name) {
		TableItem item = new TableItem(properties, SWT.NONE);
		item.setText(0, name);
		item.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
	}

	private void line(String name, @Nullable String value) {
		if (value != null && !value.isEmpty()) {
			TableItem item = new TableItem(properties, SWT.NONE);
			item.setText(new String[] { "  " + name, value });
		}
	}

	/** The selected lines, name and value separated by a tab. */
	String selectedAsText() {
		return List.of(properties.getSelection()).stream().map(item -> (item.getText(0).strip() + "\t" + item.getText(1)).stripTrailing())
				.collect(Collectors.joining(System.lineSeparator()));
	}

	void close() {
		job.cancel();
	}
}
