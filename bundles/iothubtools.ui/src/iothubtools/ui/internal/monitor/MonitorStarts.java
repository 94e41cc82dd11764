// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Control;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.core.localhub.LocalHubState;
import iothubtools.core.telemetry.MonitorSettings;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.forms.Confirmation;

/** Begins to read, and ends it: what is in the form, the same once more, and what waited for the local hub. On the UI thread. */
final class MonitorStarts {

	/**
	 * What the page does then.
	 *
	 * @param tell    says what keeps it from beginning
	 * @param clear   forgets the messages there are
	 * @param resume  shows messages as they come
	 * @param update  shows what is read now
	 * @param command runs the command of that id
	 */
	record Page(Consumer<String> tell, Runnable clear, Runnable resume, Runnable update, Consumer<String> command) {
	}

	private final IotHubCore core = IotHubCore.get();
	private final Control owner;
	private final MonitorRun run;
	private final MonitorForm form;
	private final MonitorNotice notice;
	private final Page page;

	/** @param owner whose window asks before a host is allowed */
	MonitorStarts(Control owner, MonitorRun run, MonitorForm form, MonitorNotice notice, Page page) {
		this.owner = owner;
		this.run = run;
		this.form = form;
		this.notice = notice;
		this.page = page;
	}

	/** Reads what is in the form from now on. */
	void start() {
		HubConnection chosen = form.hub().chosen();
		MonitorSettings wanted = form.settings();
		if (chosen == null) {
			page.tell().accept(Messages.Start_noHub);
			form.hub().setFocus();
		} else if (wanted == null) {
			page.tell().accept(Messages.Form_time_wrong);
			form.goToTime();
		} else {
			start(chosen, wanted);
		}
	}

	private void start(HubConnection chosen, MonitorSettings wanted) {
		notice.tell("");
		if (!run.goesOn(chosen, wanted)) {
			// what is kept at the hub comes once more, and what another hub sent is no part of it, nor what is still on its way from there
			run.stop();
			page.clear().run();
		}
		page.resume().run();
		run.start(chosen, wanted);
		page.update().run();
	}

	void stop() {
		run.stop();
		page.update().run();
	}

	/** Whether starting would change anything. */
	boolean canStart() {
		return run.canStart(form.hub().chosen(), form.settings());
	}

	/** The devices of the query of now. */
	void findAgain() {
		if (run.isRunning() && run.isOf(form.devices().get())) {
			run.session().findAgain();
		} else {
			start();
		}
	}

	void read(HubConnection other) {
		form.hub().choose(other);
		start();
	}

	void leave(HubConnection forgotten) {
		if (run.isOf(forgotten)) {
			run.stop();
		}
	}

	void startLocalHub() {
		run.localHubStarts();
		page.command().accept(UiIds.START_LOCAL_HUB);
	}

	/** The same once more. */
	void restart() {
		MonitorRun.Begun begun = run.again();
		if (begun != null) {
			start(begun.connection(), begun.settings());
		}
	}

	void allow(String host) {
		MonitorRun.Begun begun = run.again();
		if (begun != null && Confirmation.given(owner.getShell(), Messages.Allow_title, NLS.bind(Messages.Allow_question, begun.connection().name(), host),
				Messages.Allow_button)) {
			start(begun.connection(), begun.settings().allowing(host));
		}
	}

	/** The hub connections are others, or the local hub is in another state. */
	void hubsChanged() {
		form.hub().update();
		HubConnection local = core.connections().find(LocalHubService.CONNECTION_ID);
		boolean runs = core.localHub().state() == LocalHubState.RUNNING;
		if (form.hub().chosen() == null && local != null && runs && core.connections().all().size() == 1) {
			// the first hub that there is
			read(local);
		} else if (run.waitsForLocalHub() && local != null && runs) {
			HubConnection chosen = form.hub().chosen();
			if (chosen != null && LocalHubService.isLocal(chosen)) {
				start();
			} else {
				// the form is about another hub by now
				restart();
			}
		} else {
			page.update().run();
		}
	}
}
