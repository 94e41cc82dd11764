// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.cloudmessage;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.PlatformUI;

import iothubtools.client.commands.FeedbackRecord;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.Feedback;
import iothubtools.core.tasks.SentMessages;

/** Hears what becomes of the messages of a wizard, from the first that asks for it to the end of the wizard. Used on the UI thread. */
final class FeedbackEar implements AutoCloseable {

	private final SentMessages messages;
	private final SentMessagesPage page;
	private @Nullable HubConnection hub;
	private @Nullable Told told;
	private Feedback.@Nullable Listening listening;

	FeedbackEar(SentMessages messages, SentMessagesPage page) {
		this.messages = messages;
		this.page = page;
	}

	/** Listens to that hub, and to no other any more. */
	void listen(HubConnection to) {
		HubConnection before = hub;
		if (before == null || !to.equals(before) || listening == null) {
			close();
			hub = to;
			Told next = new Told();
			told = next;
			listening = IotHubCore.get().feedback().listen(to, next);
		}
	}

	@Override
	public void close() {
		Feedback.Listening open = listening;
		listening = null;
		told = null;
		if (open != null) {
			open.close();
		}
	}

	/** What one hub says. */
	private final class Told implements Feedback.Listener {

		@Override
		public void heard(FeedbackRecord feedback) {
			if (messages.heard(feedback) != null) {
				page.changed();
			}
		}

		@Override
		public void failed(IStatus why) {
			PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
				if (told == this) {
					// whoever sends once more tries to listen again, too
					close();
					page.noFeedback(why);
				}
			});
		}
	}
}
