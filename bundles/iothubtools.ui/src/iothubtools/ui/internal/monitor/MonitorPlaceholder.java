// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.telemetry.MonitorState;
import iothubtools.core.telemetry.MonitoredDevices;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.remedies.Offer;

/** What stands where the messages are as long as there are none: why, and what to do. */
final class MonitorPlaceholder {

	/**
	 * What there is to say.
	 *
	 * @param kept         messages that none of the rows shows, as they do not pass the filter
	 * @param read         what is read or was read last, which may be something else than what is chosen now; null before the first start
	 * @param chosen       null while no hub is chosen
	 * @param anyHub       whether there is one to choose
	 * @param warnsOfGroup whether others may read in the chosen consumer group
	 */
	record Facts(MonitorState state, int kept, MonitorRun.@Nullable Begun read, @Nullable HubConnection chosen, boolean anyHub, boolean warnsOfGroup) {
	}

	/** What can be done. */
	record Steps(Runnable start, Runnable startLocalHub, Runnable endpoint, Runnable send, Runnable clearFilter) {
	}

	/** What the second of two links has for {@code href}. */
	private static final String ENDPOINT = "endpoint";

	/** Of devices that are called by their IDs. */
	private static final int IDS = 5;

	private final ScrolledComposite scroller;
	private final Composite page;
	private final Label text;
	private final Link link;
	private final Steps steps;
	/** Given what the link has for {@code href}. */
	private @Nullable Consumer<String> action;

	MonitorPlaceholder(Composite parent, Steps steps) {
		this.steps = steps;
		scroller = new ScrolledComposite(parent, SWT.V_SCROLL);
		scroller.setExpandHorizontal(true);
		scroller.setExpandVertical(true);
		scroller.setShowFocusedControl(true);
		page = WidgetIds.mark(new Composite(scroller, SWT.NONE), WidgetIds.MONITOR_EMPTY);
		scroller.setContent(page);
		scroller.addListener(SWT.Resize, event -> fit());
		GridLayoutFactory.fillDefaults().margins(LayoutConstants.getMargins()).spacing(LayoutConstants.getSpacing()).applyTo(page);
		text = new Label(page, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).applyTo(text);
		link = WidgetIds.mark(new Link(page, SWT.WRAP), WidgetIds.MONITOR_STEP);
		GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).applyTo(link);
		link.addListener(SWT.Selection, event -> {
			Consumer<String> run = action;
			if (run != null) {
				run.accept(String.valueOf(event.text));
			}
		});
	}

	Composite control() {
		return scroller;
	}

	/** In a low part it is scrolled, and in a narrow one it has more lines. */
	private void fit() {
		int width = scroller.getClientArea().width;
		if (width > 0) {
			scroller.setMinHeight(page.computeSize(width, SWT.DEFAULT).y);
		}
	}

	void show(Facts facts) {
		HubConnection chosen = facts.chosen();
		MonitorRun.Begun read = facts.read();
		if (facts.kept() > 0) {
			show(NLS.bind(Messages.Empty_filtered, MonitorStatus.number(facts.kept())), Messages.Empty_clearFilter, steps.clearFilter());
		} else if (read != null && facts.state() instanceof MonitorState.Reading) {
			// at an endpoint in place of a hub nothing can be done but read
			show(waiting(read.connection().name(), read.settings().devices()), read.connection().isEventHub() ? "" : Messages.Empty_send, steps.send());
		} else if (read != null && facts.state().isRunning()) {
			show(NLS.bind(Messages.Empty_connecting, read.connection().name()), "", steps.start());
		} else if (chosen == null) {
			unchosen(facts.anyHub());
		} else if (facts.warnsOfGroup()) {
			show(NLS.bind(Messages.Empty_group, chosen.name()), Messages.Empty_start, steps.start());
		} else {
			show(NLS.bind(Messages.Empty_stopped, chosen.name()), Messages.Empty_start, steps.start());
		}
	}

	private void unchosen(boolean anyHub) {
		if (anyHub) {
			show(Messages.Start_noHub, "", steps.start());
		} else if (Offer.isLocalHubStarting()) {
			show(Messages.Empty_starting, "", steps.start());
		} else {
			show(Messages.Empty_noConnection, Messages.Empty_startLocal, href -> (href.equals(ENDPOINT) ? steps.endpoint() : steps.startLocalHub()).run());
		}
	}

	private static String waiting(String hub, MonitoredDevices devices) {
		if (devices instanceof MonitoredDevices.OfQuery query) {
			return NLS.bind(Messages.Empty_waiting_query, DevicesField.name(query), hub);
		}
		List<String> ids = devices instanceof MonitoredDevices.Named named ? named.ids() : List.of();
		if (ids.isEmpty()) {
			return NLS.bind(Messages.Empty_waiting, hub);
		}
		String some = String.join(", ", ids.subList(0, Math.min(ids.size(), IDS)));
		return NLS.bind(Messages.Empty_waiting_some, ids.size() > IDS ? NLS.bind(Messages.Empty_more, some, MonitorStatus.number(ids.size() - IDS)) : some, hub);
	}

	/** @param linkText what can be done; empty for nothing */
	private void show(String words, String linkText, Runnable then) {
		show(words, linkText, href -> then.run());
	}

	private void show(String words, String linkText, Consumer<String> then) {
		action = then;
		// in names it is no mnemonic
		String message = words.replace("&", "&&");
		if (message.equals(text.getText()) && linkText.equals(link.getText())) {
			return;
		}
		text.setText(message);
		link.setText(linkText);
		link.setVisible(!linkText.isEmpty());
		if (link.getLayoutData() instanceof GridData data) {
			data.exclude = linkText.isEmpty();
		}
		page.layout();
		fit();
	}
}
