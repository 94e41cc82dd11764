// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.jobs;

import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.statushandlers.StatusManager;

import iothubtools.client.jobs.Job;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.jobs.JobRequest;
import iothubtools.core.jobs.ScheduleJobOperation;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.forms.HubWork;
import iothubtools.ui.internal.images.HubImages;
import iothubtools.ui.internal.jobs.ListViews;
import iothubtools.ui.internal.tasks.Destructive;
import iothubtools.ui.internal.tasks.StatusLine;
import iothubtools.ui.internal.wizards.FormPage;

/** Schedules a job: which devices and when, and then the change of their twins or the direct method. The job is shown in the view IoT Hub Jobs. */
public final class ScheduleJobWizard extends Wizard {

	private final IWorkbenchPage workbench;
	private final JobModel model;
	private final ScheduleJobPage schedule;
	private final TwinUpdatePage twin;
	private final JobMethodPage method;

	/**
	 * Begins with a hub and some of its devices.
	 *
	 * @param workbench where the job is shown
	 * @param hub       null for none yet
	 */
	public ScheduleJobWizard(IWorkbenchPage workbench, @Nullable HubConnection hub, JobTargets targets) {
		this.workbench = workbench;
		model = new JobModel(hub, targets);
		schedule = new ScheduleJobPage(model);
		twin = new TwinUpdatePage(model);
		method = new JobMethodPage(model);
		setWindowTitle(Messages.Wizard_title);
		setNeedsProgressMonitor(true);
		setDefaultPageImageDescriptor(HubImages.WIZARD_SCHEDULE_JOB.descriptor());
	}

	@Override
	public void addPages() {
		addPage(schedule);
		addPage(twin);
		addPage(method);
	}

	@Override
	public @Nullable IWizardPage getNextPage(@Nullable IWizardPage page) {
		return page != schedule ? null : model.invokes() ? method : twin;
	}

	@Override
	public boolean canFinish() {
		return model.complete();
	}

	@Override
	public boolean performFinish() {
		HubConnection hub = model.hub();
		if (hub == null || !Destructive.allowed(getShell(), List.of(hub), Messages.Production_title, Messages.Production_button)) {
			return false;
		}
		JobRequest request = model.request();
		try {
			Job job = HubWork.run(getContainer(), monitor -> IotHubCore.get().operations().run(new ScheduleJobOperation(hub, request), monitor));
			show(hub, job.jobId());
			StatusLine.say(NLS.bind(Messages.Scheduled, job.jobId(), hub.name()));
			return true;
		} catch (CoreException e) {
			if (getContainer().getCurrentPage() instanceof FormPage page) {
				page.failed(e.getStatus());
			}
			return false;
		}
	}

	private void show(HubConnection hub, String jobId) {
		try {
			ListViews.open(workbench, UiIds.JOBS_VIEW, hub).reveal(jobId);
		} catch (PartInitException e) {
			StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
		}
	}
}
