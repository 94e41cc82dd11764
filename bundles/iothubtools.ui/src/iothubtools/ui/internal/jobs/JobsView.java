// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.progress.IWorkbenchSiteProgressService;

import iothubtools.client.Query;
import iothubtools.client.jobs.Job;
import iothubtools.client.jobs.JobStatus;
import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.jobs.ListJobsOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.ui.internal.Commands;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.model.JobNode;
import iothubtools.ui.internal.table.ItemTable;

/** The view IoT Hub Jobs: the scheduled jobs of a hub. As long as one waits or runs and somebody can see the view, they are listed again and again. */
public final class JobsView extends HubListView<Job> {

	/** A hub takes 100 calls about jobs a minute, and another view may look, too: for each page of them. */
	private static final Duration SOON = Duration.ofSeconds(3);
	private static final Duration RARELY = Duration.ofSeconds(30);
	/** Before a job that waits begins, it is looked at often. */
	private static final Duration NEAR = Duration.ofMinutes(1);

	private final Runnable look = this::look;

	/** Made by the workbench. */
	public JobsView() {
		super(new ListNames(Messages.Jobs_name, Messages.Jobs_title, Messages.Jobs_listing, Messages.Jobs_none, Messages.Jobs_first, UiIds.SCHEDULE_JOB,
				WidgetIds.JOBS_HUB, WidgetIds.JOBS_NOTICE, WidgetIds.JOBS_STATUS), JobNode::new);
	}

	@Override
	ItemTable<Job> table(Composite parent, Runnable selected) {
		ItemTable<Job> table = new ItemTable<>(parent, SWT.MULTI, WidgetIds.JOBS, Messages.Jobs_accessible, JobColumns.OF_JOBS, Job::jobId)
				.withImages((item, job) -> item.setImage(JobColumns.STATE, JobTexts.image(job))).whenSelected(selected);
		table.order(JobColumns.NEWEST);
		return table;
	}

	@Override
	ListDetails<Job> details(Composite parent) {
		return new JobDetails(parent, getSite().getService(IWorkbenchSiteProgressService.class), this::open);
	}

	private void open(String deviceId) {
		HubConnection connection = connection();
		if (connection != null) {
			Commands.run(getSite(), UiIds.SHOW_DEVICE, Map.of(UiIds.HUB_ID, connection.id(), UiIds.DEVICE_ID, deviceId));
		}
	}

	@Override
	HubOperation<List<Job>> list(HubConnection connection) {
		return new ListJobsOperation(connection);
	}

	@Override
	boolean concerns(HubEvent event, HubConnection connection) {
		return event instanceof HubEvent.JobsChanged changed && changed.connection().id().equals(connection.id());
	}

	@Override
	String count(List<Job> jobs) {
		long active = jobs.stream().filter(job -> !job.status().isFinal()).count();
		String all = jobs.size() == 1 ? Messages.Jobs_count_one : NLS.bind(Messages.Jobs_count, ListTexts.number(jobs.size()));
		return active == 0 ? all : NLS.bind(Messages.Jobs_active, all, ListTexts.number(active));
	}

	@Override
	void listed(HubConnection connection, List<Job> jobs) {
		Duration pause = pause(jobs);
		if (pause != null) {
			PlatformUI.getWorkbench().getDisplay().timerExec((int) pause.toMillis(), look);
		}
	}

	/** Until the next look after these were listed; null where nothing more comes of any job. */
	public static @Nullable Duration pause(List<Job> jobs) {
		Instant near = Instant.now().plus(NEAR);
		boolean soon = false;
		boolean later = false;
		for (Job job : jobs) {
			Instant start = job.startTime();
			boolean far = job.status() == JobStatus.SCHEDULED && start != null && start.isAfter(near);
			later |= far;
			soon |= !far && !job.status().isFinal() && job.status() != JobStatus.UNKNOWN;
		}
		int pages = 1 + jobs.size() / Query.DEFAULT_PAGE_SIZE;
		return soon ? SOON.multipliedBy(pages) : later ? RARELY.multipliedBy(pages) : null;
	}

	/** After a failure a person says when it is tried again. */
	private void look() {
		if (isUpToDate()) {
			if (getSite().getPage().isPartVisible(this)) {
				refresh();
			} else {
				PlatformUI.getWorkbench().getDisplay().timerExec((int) RARELY.toMillis(), look);
			}
		}
	}

	@Override
	public void dispose() {
		PlatformUI.getWorkbench().getDisplay().timerExec(-1, look);
		super.dispose();
	}
}
