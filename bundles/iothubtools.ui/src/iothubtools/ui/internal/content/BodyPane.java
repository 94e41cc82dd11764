// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.content;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import iothubtools.client.commands.Payload;
import iothubtools.core.telemetry.BodyText;
import iothubtools.core.telemetry.MessageBody;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;

/** The body of a message, in the way that it is or that a person has chosen: JSON, text, or bytes. It is read off the UI thread. */
public final class BodyPane {

	/** More characters than anybody reads, and as many as a text shows at once. */
	private static final int MOST = 1_000_000;

	private static final int COLUMNS = 3;
	/** Of the body, which are seen before anything above it is. */
	private static final int LEAST_LINES = 3;

	/** How a body is shown. */
	private enum Look {
		BY_TYPE, TEXT, HEX
	}

	/**
	 * A body, and what its message says of it.
	 *
	 * @param type     its content type; null where it says none
	 * @param encoding its content encoding; null where it says none
	 */
	public record Body(Payload payload, @Nullable String type, @Nullable String encoding) {
	}

	/**
	 * What tests find its parts by.
	 *
	 * @param look   the choice of how it is shown
	 * @param remark what is said of it
	 * @param body   the text
	 */
	public record Ids(String look, String remark, String body) {
	}

	/** The body as it is shown, and what is said of it. */
	private record Shown(String text, String remark) {
	}

	/** One that is to be shown; another one each time. */
	private static final class Wanted {

		private final Body body;

		Wanted(Body body) {
			this.body = body;
		}
	}

	private final Composite pane;
	/** Above the body: how it is shown, and what is said of it. */
	private final Composite line;
	private final Combo look;
	private final Label remark;
	private final StyledText text;
	private final AtomicReference<@Nullable Wanted> wanted = new AtomicReference<>();
	private final Job job = Job.createSystem("Read a message", (ICoreRunnable) monitor -> readNow());
	private volatile Look chosen = Look.BY_TYPE;

	/** Shows that no message is selected. */
	public BodyPane(Composite parent, Ids ids) {
		pane = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(pane);
		line = new Composite(pane, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(COLUMNS).margins(LayoutConstants.getSpacing().x, LayoutConstants.getSpacing().y / 2).applyTo(line);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
		Fields.label(line, Messages.Body);
		look = WidgetIds.mark(new Combo(line, SWT.DROP_DOWN | SWT.READ_ONLY), ids.look());
		look.setItems(Messages.Body_byType, Messages.Body_text, Messages.Body_hex);
		look.select(0);
		look.addListener(SWT.Selection, event -> {
			chosen = Look.values()[look.getSelectionIndex()];
			job.schedule();
		});
		remark = WidgetIds.mark(new Label(line, SWT.WRAP), ids.remark());
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(1, SWT.DEFAULT).applyTo(remark);
		line.addListener(SWT.Resize, event -> placeRemark());
		text = WidgetIds.mark(new StyledText(pane, SWT.BORDER | SWT.MULTI | SWT.READ_ONLY | SWT.H_SCROLL | SWT.V_SCROLL), ids.body());
		text.setFont(JFaceResources.getTextFont());
		text.setAlwaysShowScrollBars(false);
		Fields.tabLeadsOn(text);
		Fields.accessibleName(text, Messages.Body_accessible);
		GridDataFactory.fillDefaults().grab(true, true).hint(100, 100).applyTo(text);
		pane.addListener(SWT.Resize, event -> {
			placeRemark();
			placeLine();
		});
		pane.addListener(SWT.Dispose, event -> job.cancel());
		show(null);
	}

	/** All of it. */
	public Composite control() {
		return pane;
	}

	/** Where a person reads and copies. */
	public StyledText text() {
		return text;
	}

	/** Shows a body, or that no message is selected. */
	public void show(@Nullable Body body) {
		look.setEnabled(body != null);
		if (body == null) {
			wanted.set(null);
			text.setText("");
			remark(Messages.Body_none);
		} else {
			wanted.set(new Wanted(body));
			// it may be packed and large
			job.schedule();
		}
	}

	private void remark(String said) {
		// in what a message says of itself it is no mnemonic
		remark.setText(said.replace("&", "&&"));
		placeRemark();
		placeLine();
		remark.requestLayout();
	}

	/** Beside the choice of how the body is shown; where it has no room there, below it, on as many lines as it needs. */
	private void placeRemark() {
		if (remark.getLayoutData() instanceof GridData data && line.getLayout() instanceof GridLayout layout) {
			Rectangle before = look.getBounds();
			// that of the line, also while it is not there
			int room = pane.getClientArea().width - layout.marginWidth - layout.horizontalSpacing - before.x - before.width;
			boolean below = before.width > 0 && remark.computeSize(SWT.DEFAULT, SWT.DEFAULT).x > room;
			int span = below ? COLUMNS : 1;
			if (data.horizontalSpan != span) {
				data.horizontalSpan = span;
				remark.requestLayout();
			}
		}
	}

	/** A low pane has the body alone: what is said of it is told below the mouse then. */
	private void placeLine() {
		Rectangle room = pane.getClientArea();
		boolean seen = text.getCharCount() == 0 || room.height <= 0
				|| room.height >= line.computeSize(room.width, SWT.DEFAULT).y + LEAST_LINES * text.getLineHeight();
		text.setToolTipText(seen ? null : remark.getText());
		if (line.getLayoutData() instanceof GridData data && data.exclude == seen) {
			data.exclude = !seen;
			line.setVisible(seen);
			line.requestLayout();
		}
	}

	private void readNow() {
		Wanted one = wanted.get();
		if (one == null) {
			return;
		}
		Look now = chosen;
		Shown shown = shown(one.body, now);
		if (!pane.isDisposed()) {
			pane.getDisplay().asyncExec(() -> {
				if (!pane.isDisposed() && one == wanted.get() && now == chosen) {
					text.setText(shown.text());
					remark(shown.remark());
				}
			});
		}
	}

	private static Shown shown(Body body, Look look) {
		MessageBody read = MessageBody.of(body.payload(), body.type(), body.encoding());
		String text = look == Look.HEX ? null : look == Look.TEXT ? read.text() : read.readable();
		List<String> remarks = new ArrayList<>();
		remarks.add(NLS.bind(Messages.Body_size, number(body.payload().size())));
		remarks.add(body.payload().size() == 0 ? Messages.Body_kind_empty
				: text == null ? Messages.Body_kind_hex
				: look == Look.BY_TYPE && read.hasJson() ? Messages.Body_kind_json : Messages.Body_kind_text);
		read.notes().forEach(note -> remarks.add(note(note, body)));
		if (text == null && read.bytes().length > BodyText.MOST_HEX) {
			remarks.add(NLS.bind(Messages.Body_hexCut, number(BodyText.MOST_HEX)));
		}
		String shown = text == null ? BodyText.hex(read.bytes()) : text;
		if (shown.length() > MOST) {
			remarks.add(NLS.bind(Messages.Body_textCut, number(MOST)));
			shown = shown.substring(0, MOST);
		}
		return new Shown(shown, String.join(Messages.Separator, remarks));
	}

	private static String note(MessageBody.Note note, Body body) {
		return switch (note) {
		case UNPACKED -> Messages.Note_unpacked;
		case NOT_PACKED -> NLS.bind(Messages.Note_notPacked, body.encoding());
		case DAMAGED -> Messages.Note_damaged;
		case CUT_SHORT -> NLS.bind(Messages.Note_cutShort, number(MessageBody.MOST_UNPACKED));
		case UNKNOWN_ENCODING -> NLS.bind(Messages.Note_unknownEncoding, body.encoding());
		case NO_JSON -> NLS.bind(Messages.Note_noJson, body.type());
		case NO_TEXT -> NLS.bind(Messages.Note_noText, body.type());
		};
	}

	private static String number(long count) {
		return NumberFormat.getIntegerInstance().format(count);
	}
}
