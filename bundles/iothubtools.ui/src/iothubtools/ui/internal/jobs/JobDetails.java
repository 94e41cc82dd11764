// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.jobs;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.progress.IWorkbenchSiteProgressService;

import iothubtools.client.Query;
import iothubtools.client.jobs.DeviceJob;
import iothubtools.client.jobs.Job;
import iothubtools.client.jobs.JobStatistics;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.jobs.DeviceJobs;
import iothubtools.core.jobs.JobContent;
import iothubtools.core.jobs.ReadDeviceJobsOperation;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.content.PairsTable;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.table.ItemTable;

/**
 * The selected job: all that the hub tells of it, and what came of it on each device. That is read when the job is selected, when it is over, and
 * while it runs as often as other queries of the hub leave room for.
 */
final class JobDetails implements ListDetails<Job> {

	/** As many devices as anybody looks through; those that failed are found by a query. */
	private static final int MOST = 1000;
	/** A hub takes 20 queries a minute and unit (contract §6), of which others are to have their part: a pause for each page of rows. */
	private static final Duration PAUSE = Duration.ofSeconds(6);

	private final PairsTable properties;
	private final ItemTable<DeviceJob> devices;
	private final Text remark;
	private final HubListing<DeviceJobs> listing;
	private @Nullable Job shown;
	/** Whether the job is another one than that whose devices were read. */
	private boolean behind;
	/** By the clock of {@link System#nanoTime}. */
	private long nextReading;

	/** @param open opens a device of the hub that is shown */
	JobDetails(Composite parent, IWorkbenchSiteProgressService site, Consumer<String> open) {
		DetailTabs tabs = new DetailTabs(parent);
		Composite bottom = new Composite(tabs.add(Messages.Group_devices), SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(bottom);
		Composite line = new Composite(bottom, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(LayoutConstants.getSpacing().x, LayoutConstants.getSpacing().y / 2).applyTo(line);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
		remark = Fields.readOnly(line, SWT.WRAP, WidgetIds.JOB_REMARK);
		Fields.accessibleName(remark, Messages.Remark_accessible);
		GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(remark);
		Composite rows = new Composite(bottom, SWT.NONE);
		rows.setLayout(new FillLayout());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(rows);
		devices = new ItemTable<>(rows, SWT.MULTI, WidgetIds.JOB_DEVICES, Messages.Devices_accessible, JobColumns.OF_DEVICES, row -> row.id().toString());
		devices.withImages((item, row) -> item.setImage(1, JobTexts.image(row.status())));
		devices.widget().addListener(SWT.DefaultSelection, event -> devices.selected().stream().limit(1).forEach(row -> open.accept(row.id().deviceId())));
		devices.widget().setToolTipText(Messages.Devices_toolTip);
		properties = new PairsTable(tabs.add(Messages.Tab_properties), WidgetIds.JOB_PROPERTIES, Messages.Details_accessible);
		listing = new HubListing<>(tabs.control(), site, (connection, result) -> came(result), this::failed);
		show(null, null);
	}

	private void came(DeviceJobs result) {
		pause(result.rows().size());
		devices.show(result.rows());
		String number = ListTexts.number(result.rows().size());
		say(result.rows().isEmpty() ? Messages.Devices_none : NLS.bind(result.complete() ? Messages.Devices_all : Messages.Devices_some, number));
	}

	private void failed(IStatus why) {
		pause(devices.items().size());
		say(why.matches(IStatus.CANCEL) ? Messages.Devices_cancelled : NLS.bind(Messages.Devices_failed, why.getMessage()));
	}

	private void pause(int rows) {
		nextReading = System.nanoTime() + PAUSE.toNanos() * (1 + rows / Query.DEFAULT_PAGE_SIZE);
	}

	private void say(String text) {
		remark.setText(text);
		remark.requestLayout();
	}

	@Override
	public void show(@Nullable HubConnection connection, @Nullable Job job) {
		Job before = shown;
		boolean equal = job != null && before != null && job.equals(before);
		if (equal && !behind) {
			return;
		}
		shown = job;
		boolean same = job != null && before != null && job.jobId().equals(before.jobId());
		if (!same) {
			devices.show(List.of());
		}
		if (job == null || connection == null) {
			behind = false;
			listing.stop();
			properties.table().removeAll();
			say(Messages.Details_none);
			return;
		}
		if (!same) {
			properties.fill(() -> fill(job));
			say(Messages.Devices_reading);
		} else if (!equal) {
			properties.refill(() -> fill(job));
		}
		// it is shown again with the next list, which comes as long as it runs
		behind = same && !job.status().isFinal() && (listing.isReading() || System.nanoTime() - nextReading < 0);
		if (!behind) {
			listing.read(new ReadDeviceJobsOperation(connection, job.jobId(), MOST));
		}
	}

	private void fill(Job job) {
		properties.group(Messages.Group_job);
		properties.line(Messages.Column_id, job.jobId());
		properties.line(Messages.Column_type, JobTexts.type(job.type()));
		properties.line(Messages.Column_state, JobTexts.status(job.status()));
		properties.line(Messages.Failure_reason, job.failureReason());
		properties.line(Messages.Status_message, job.statusMessage());
		properties.line(Messages.Column_condition, JobTexts.condition(job));
		properties.line(Messages.Column_created, ListTexts.time(job.createdTime()));
		properties.line(Messages.Column_start, ListTexts.time(job.startTime()));
		properties.line(Messages.Column_end, ListTexts.time(job.endTime()));
		properties.group(Messages.Group_work, JobContent.of(job));
		JobStatistics counts = job.statistics();
		if (counts != null) {
			properties.group(Messages.Group_devices);
			properties.line(Messages.Column_devices, ListTexts.number(counts.devices()));
			properties.line(Messages.Column_succeeded, ListTexts.number(counts.succeeded()));
			properties.line(Messages.Column_failed, ListTexts.number(counts.failed()));
			properties.line(Messages.Column_running, ListTexts.number(counts.running()));
			properties.line(Messages.Column_pending, ListTexts.number(counts.pending()));
		}
	}

	@Override
	public @Nullable String selectedAsText(Control focus) {
		return focus == properties.table() ? properties.selectedAsText()
				: focus == devices.widget() ? devices.selectedAsText() : focus == remark ? remark.getSelectionText() : null;
	}
}
