// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;

import iothubtools.core.telemetry.MessageAtTime;
import iothubtools.core.telemetry.NumberedMessage;
import iothubtools.core.telemetry.TypedTime;
import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.content.MessageTime;
import iothubtools.ui.internal.forms.NamedInputDialog;

/** Leads to the message at a time that a person types. */
final class TimeJump {

	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
	private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

	private TimeJump() {
	}

	/**
	 * Asks for the time and selects the message.
	 *
	 * @param told is given what somebody should be told; nothing where the time is among those of the messages
	 */
	static void ask(Shell shell, MessageTable table, Consumer<String> told) {
		if (table.messages().isEmpty()) {
			return;
		}
		List<NumberedMessage> chosen = table.selected();
		NumberedMessage from = chosen.isEmpty() ? table.messages().get(table.messages().size() - 1) : chosen.get(0);
		TimeDialog dialog = new TimeDialog(shell, text(from.message().position().enqueuedTime()));
		if (HelpContext.open(dialog, TimeJump.class) == Window.OK && !table.widget().isDisposed()) {
			Instant time = TypedTime.parse(dialog.getValue());
			// those that came meanwhile are shown, too
			MessageAtTime found = time == null ? null : MessageAtTime.find(table.messages(), time);
			if (found != null && time != null) {
				table.reveal(found.message());
				table.widget().setFocus();
				String there = MessageTime.of(found.message().message().position().enqueuedTime());
				told.accept(switch (found.place()) {
				case BEFORE -> NLS.bind(Messages.GoTo_before, WHOLE.format(time), there);
				case AMONG -> "";
				case AFTER -> NLS.bind(Messages.GoTo_after, WHOLE.format(time), there);
				});
			}
		}
	}

	/** As short as it can be typed. */
	private static String text(Instant time) {
		return LocalDate.ofInstant(time, ZoneId.systemDefault()).equals(LocalDate.now()) ? CLOCK.format(time) : WHOLE.format(time);
	}

	/** Says what is wrong with a time while it is typed. */
	private static final class TimeDialog extends NamedInputDialog {

		TimeDialog(Shell shell, String initial) {
			super(shell, Messages.GoTo_title, Messages.GoTo_message, initial, TimeDialog::problem, Messages.GoTo_button);
		}

		private static @Nullable String problem(@Nullable String text) {
			return text == null || text.isBlank() ? "" : TypedTime.parse(text) == null ? Messages.GoTo_wrong : null;
		}
	}
}
