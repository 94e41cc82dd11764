// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.cloudmessage;

import java.time.Instant;
import java.util.Comparator;

import iothubtools.core.tasks.SentMessage;
import iothubtools.core.tasks.SentMessage.State;
import iothubtools.ui.internal.table.Column;
import iothubtools.ui.internal.table.Columns;

/**
 * A message that was sent, as it was when it was looked at: more becomes of it on other threads, while rows are sorted.
 *
 * @param state where it was
 * @param words for that
 * @param since when
 */
record SentRow(SentMessage message, State state, String words, Instant since) {

	/** Which of the columns has the icon. */
	static final int STATE = 1;

	static final Columns<SentRow> COLUMNS = Columns.of(Column.of("device", Messages.Column_device, 18, row -> row.message().receiver()),
			Column.of("state", Messages.Column_state, 22, SentRow::words),
			new Column<>("since", Messages.Column_since, 16, row -> SentText.since(row.since()), Comparator.comparing(SentRow::since)),
			Column.of("messageId", Messages.Column_message_id, 18, row -> {
				String id = row.message().message().messageId();
				return id == null ? "" : id;
			}));

	/** As it is now. */
	static SentRow of(SentMessage message) {
		return new SentRow(message, message.state(), SentText.state(message), message.since());
	}
}
