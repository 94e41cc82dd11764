// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.statushandlers.StatusManager;

import iothubtools.amqp.telemetry.TelemetryFailure.Reason;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;
import iothubtools.core.telemetry.MonitorState;
import iothubtools.core.telemetry.MonitoredDevices;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.remedies.NoticeBar;
import iothubtools.ui.internal.remedies.Offer;
import iothubtools.ui.internal.remedies.Remedies;
import iothubtools.ui.internal.remedies.Remedy;
import iothubtools.ui.internal.remedies.RemedyPlace;

/** The line above the rows: what somebody has to know of what the monitor does, the most urgent thing only, and what can be done about it. */
final class MonitorNotice {

	/**
	 * What there may be to say.
	 *
	 * @param endedPartitions why some are read no more, by their ids
	 * @param missing         the device whose message was sent from here and has not come; null for none
	 * @param localStopped    whether it is about the local hub, which does not run
	 * @param found           the devices of the query; null where there is none
	 * @param notFound        why these are not those of now; null where all is well
	 */
	record Facts(MonitorState state, Map<String, IStatus> endedPartitions, @Nullable String missing, boolean localStopped,
			MonitoredDevices.@Nullable Found found, @Nullable IStatus notFound) {
	}

	/**
	 * What can be done.
	 *
	 * @param again      reads the same once more
	 * @param startLocal starts the local hub, and reads when it runs
	 * @param otherGroup goes to where the consumer group is chosen
	 * @param findAgain  runs the query of the devices once more
	 * @param endpoint   asks once more for the endpoint in place of a hub
	 * @param allow      reads at this host, too
	 */
	record Steps(Runnable again, Runnable startLocal, Runnable otherGroup, Runnable findAgain, Runnable endpoint, Consumer<String> allow) {
	}

	private final NoticeBar bar;
	private final Steps steps;
	/** What is no state of the session; empty for nothing. */
	private String told = "";

	MonitorNotice(Composite parent, Steps steps) {
		this.steps = steps;
		bar = new NoticeBar(parent, WidgetIds.MONITOR_NOTICE, Messages.Notice_accessible);
	}

	/** What it says. */
	Text text() {
		return bar.text();
	}

	/** Says this from the next {@link #show} on, whatever else there is; nothing when empty. */
	void tell(String message) {
		told = message;
	}

	void show(Facts facts) {
		MonitorState state = facts.state();
		String missing = facts.missing();
		if (!told.isEmpty()) {
			bar.show(ISharedImages.IMG_OBJS_INFO_TSK, told, List.of());
		} else if (state instanceof MonitorState.Failed failed) {
			failed(failed, facts.localStopped());
		} else if (state instanceof MonitorState.Waiting waiting) {
			waiting(waiting, facts.localStopped());
		} else if (state.isRunning() && !facts.endedPartitions().isEmpty()) {
			IStatus first = facts.endedPartitions().values().iterator().next();
			bar.show(ISharedImages.IMG_OBJS_WARN_TSK,
					NLS.bind(Messages.Notice_partition, String.join(", ", facts.endedPartitions().keySet()), first.getMessage()), offers(first));
		} else if (missing != null) {
			bar.show(ISharedImages.IMG_OBJS_WARN_TSK, NLS.bind(Messages.Notice_missing, missing), Messages.Notice_otherGroup, steps.otherGroup());
		} else {
			devices(facts);
		}
	}

	/** What is to be said of the devices of a query. */
	private void devices(Facts facts) {
		IStatus notFound = facts.notFound();
		MonitoredDevices.Found found = facts.state().isRunning() ? facts.found() : null;
		if (notFound != null) {
			bar.show(ISharedImages.IMG_OBJS_WARN_TSK, NLS.bind(Messages.Notice_notFound, notFound.getMessage()), Messages.Notice_findAgain,
					steps.findAgain());
		} else if (found != null && found.more()) {
			bar.show(ISharedImages.IMG_OBJS_INFO_TSK, NLS.bind(Messages.Notice_foundMore, MonitorStatus.number(found.ids().size())), List.of());
		} else if (found != null && found.ids().isEmpty()) {
			bar.show(ISharedImages.IMG_OBJS_INFO_TSK, Messages.Notice_foundNone, Messages.Notice_findAgain, steps.findAgain());
		} else {
			bar.hide();
		}
	}

	private void waiting(MonitorState.Waiting waiting, boolean localStopped) {
		String why = localStopped ? Messages.Notice_localStopped : waiting.why().getMessage();
		// it tries again by itself; to begin anew would leave out what came meanwhile
		List<Offer> offers = localStopped ? List.of(startLocal()) : Remedies.of(waiting.why(), place(null)).stream().map(this::offer).toList();
		bar.show(ISharedImages.IMG_OBJS_WARN_TSK, NLS.bind(Messages.Notice_waiting, why, MonitorForm.clock(waiting.next())), offers);
	}

	private void failed(MonitorState.Failed failed, boolean localStopped) {
		IStatus why = failed.status();
		Reason reason = failed.reason();
		String image = why.getSeverity() == IStatus.WARNING ? ISharedImages.IMG_OBJS_WARN_TSK : ISharedImages.IMG_OBJS_ERROR_TSK;
		if (why.matches(IStatus.CANCEL)) {
			bar.hide();
		} else if (localStopped) {
			bar.show(image, Messages.Notice_localStopped, List.of(startLocal()));
		} else if (reason == Reason.REDIRECT_REFUSED) {
			bar.show(image, why.getMessage(), Messages.Notice_allow, () -> steps.allow().accept(failed.host()));
		} else if (reason == Reason.NOT_FOUND || reason == Reason.TAKEN_OVER || reason == Reason.TOO_MANY_READERS) {
			bar.show(image, why.getMessage(), Messages.Notice_otherGroup, steps.otherGroup());
		} else if (isEventHub(why) && (reason == Reason.UNAUTHORIZED || HubStatus.code(why) == HubStatusCode.MISSING_KEY)) {
			bar.show(image, why.getMessage(), Messages.Notice_endpoint, steps.endpoint());
		} else {
			bar.show(image, why.getMessage(), offers(why));
		}
	}

	private static boolean isEventHub(IStatus why) {
		return why instanceof HubStatus status && status.connection().isEventHub();
	}

	private List<Offer> offers(IStatus why) {
		return Remedies.orAgain(why, place(steps.again())).stream().map(this::offer).toList();
	}

	/** The monitor hears of a local hub that was started. */
	private Offer offer(Offer offer) {
		return offer.remedy() == Remedy.START_LOCAL_HUB ? startLocal() : offer;
	}

	private Offer startLocal() {
		return new Offer(Remedy.START_LOCAL_HUB, Messages.Notice_startLocal, steps.startLocal());
	}

	private RemedyPlace place(@Nullable Runnable again) {
		return RemedyPlace.part(() -> bar.text().isDisposed() ? null : bar.text().getShell(), again,
				problem -> StatusManager.getManager().handle(problem, StatusManager.SHOW));
	}
}
