// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import iothubtools.core.telemetry.MonitorState;
import iothubtools.ui.internal.ToolTips;
import iothubtools.ui.internal.WidgetIds;

/** The line below the rows: what the monitor does, how many messages there are, how fast they come and what fell out. */
final class MonitorStatus {

	/** What there is to say. */
	record Facts(MonitorState state, long came, int kept, int shown, long fellOut, long rate, boolean paused, long sincePause) {
	}

	private final Label text;

	MonitorStatus(Composite parent) {
		Composite line = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(LayoutConstants.getSpacing().x, LayoutConstants.getSpacing().y / 2).applyTo(line);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
		text = WidgetIds.mark(new Label(line, SWT.NONE), WidgetIds.MONITOR_STATUS);
		GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).applyTo(text);
	}

	void show(Facts facts) {
		List<String> parts = new ArrayList<>();
		parts.add(state(facts.state()));
		parts.add(facts.kept() == 1 ? Messages.Status_messages_one : NLS.bind(Messages.Status_messages, number(facts.kept())));
		if (facts.shown() != facts.kept()) {
			parts.add(NLS.bind(Messages.Status_shown, number(facts.shown())));
		}
		if (facts.rate() > 0) {
			parts.add(NLS.bind(Messages.Status_rate, number(facts.rate())));
		}
		if (facts.fellOut() > 0) {
			parts.add(NLS.bind(Messages.Status_fellOut, number(facts.fellOut())));
		}
		if (facts.paused()) {
			parts.add(facts.sincePause() == 0 ? Messages.Status_paused : NLS.bind(Messages.Status_pausedSince, number(facts.sincePause())));
		}
		String line = String.join(Messages.Status_separator, parts);
		if (!line.equals(text.getText())) {
			text.setText(line);
			ToolTips.show(text, line);
		}
	}

	private static String state(MonitorState state) {
		if (state instanceof MonitorState.Reading reading) {
			int partitions = reading.endpoint().partitions().size();
			return partitions == 1 ? Messages.Status_reading_one : NLS.bind(Messages.Status_reading, partitions);
		}
		return state instanceof MonitorState.Connecting ? Messages.Status_connecting
				: state instanceof MonitorState.Waiting ? Messages.Status_waiting
						: state instanceof MonitorState.Failed ? Messages.Status_failed : Messages.Status_stopped;
	}

	/** With the separators of the user's language. */
	static String number(long count) {
		return NumberFormat.getIntegerInstance().format(count);
	}
}
