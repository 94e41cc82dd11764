// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.configurations;

import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.statushandlers.StatusManager;

import iothubtools.client.configurations.Configuration;
import iothubtools.core.IotHubCore;
import iothubtools.core.configurations.ChangeConfigurationOperation;
import iothubtools.core.configurations.CreateConfigurationOperation;
import iothubtools.core.configurations.GetConfigurationOperation;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.forms.HubWork;
import iothubtools.ui.internal.images.HubImages;
import iothubtools.ui.internal.jobs.ListViews;
import iothubtools.ui.internal.tasks.Destructive;
import iothubtools.ui.internal.tasks.StatusLine;
import iothubtools.ui.internal.wizards.FormPage;

/**
 * Creates an automatic configuration or a deployment of IoT Edge, or changes what can be changed of one. It is shown in the view IoT Hub
 * Configurations then; when the hub refuses, the page stays as it is and says why.
 */
public final class ConfigurationWizard extends Wizard {

	private final IWorkbenchPage workbench;
	private final ConfigurationModel model;
	private final TargetPage target;
	private final ContentPage content;
	private final MetricsPage metrics;
	private final LabelsPage labels;

	private ConfigurationWizard(IWorkbenchPage workbench, ConfigurationModel model, String title) {
		this.workbench = workbench;
		this.model = model;
		content = new ContentPage(model);
		target = new TargetPage(model, this::recheck, content::fill);
		metrics = new MetricsPage(model, this::recheck);
		labels = new LabelsPage(model);
		setWindowTitle(title);
		setNeedsProgressMonitor(true);
		setDefaultPageImageDescriptor(HubImages.WIZARD_CONFIGURATION.descriptor());
	}

	/**
	 * For a new one.
	 *
	 * @param workbench where it is shown
	 * @param hub       null for none yet
	 * @param like      what it begins with; null for nothing
	 */
	public static ConfigurationWizard create(IWorkbenchPage workbench, @Nullable HubConnection hub, @Nullable Configuration like) {
		ConfigurationModel model = new ConfigurationModel(hub);
		if (like != null) {
			model.beginLike(like);
		}
		return new ConfigurationWizard(workbench, model, Messages.Wizard_new);
	}

	/** For one that the hub has, in the version that was seen. */
	public static ConfigurationWizard change(IWorkbenchPage workbench, HubConnection hub, Configuration seen) {
		ConfigurationModel model = new ConfigurationModel(hub);
		model.beginWith(seen);
		return new ConfigurationWizard(workbench, model, Messages.Wizard_change);
	}

	/** Has the pages with queries tell what is wrong now. */
	private void recheck() {
		target.recheck();
		metrics.recheck();
	}

	@Override
	public void addPages() {
		addPage(target);
		addPage(content);
		addPage(metrics);
		addPage(labels);
	}

	@Override
	public boolean canFinish() {
		return model.complete();
	}

	@Override
	public boolean performFinish() {
		HubConnection hub = model.hub();
		if (hub == null || !Destructive.allowed(getShell(), List.of(hub), model.changes() ? Messages.Production_change : Messages.Production_create,
				model.changes() ? Messages.Change_button : Messages.Create_button)) {
			return false;
		}
		Configuration wanted = model.configuration();
		return model.changes() ? change(hub, wanted, false) : create(hub, wanted);
	}

	private <T> T run(HubOperation<T> operation) throws CoreException {
		return HubWork.run(getContainer(), monitor -> IotHubCore.get().operations().run(operation, monitor));
	}

	private boolean create(HubConnection hub, Configuration wanted) {
		try {
			run(new CreateConfigurationOperation(hub, wanted));
			return done(hub, NLS.bind(Messages.Created, wanted.id(), hub.name()), wanted.id());
		} catch (CoreException e) {
			if (model.changes() || HubStatus.code(e.getStatus()) != HubStatusCode.ALREADY_EXISTS) {
				return failed(e);
			}
			model.setTaken();
			getContainer().showPage(target);
			target.recheck();
			return false;
		}
	}

	private boolean change(HubConnection hub, Configuration wanted, boolean overwrite) {
		try {
			run(new ChangeConfigurationOperation(hub, wanted, overwrite));
			return done(hub, NLS.bind(Messages.Changed, wanted.id(), hub.name()), wanted.id());
		} catch (CoreException e) {
			HubStatusCode code = HubStatus.code(e.getStatus());
			if (code == HubStatusCode.NOT_FOUND && VersionConflict.createAgain(getShell(), wanted.id(), hub.name())) {
				return create(hub, wanted);
			}
			boolean conflict = code == HubStatusCode.CHANGED_MEANWHILE;
			return switch (conflict ? VersionConflict.ask(getShell(), wanted.id(), hub.name()) : VersionConflict.LEAVE) {
			case OVERWRITE -> change(hub, wanted, true);
			case RELOAD -> reload(hub, wanted.id());
			case LEAVE -> failed(e);
			};
		}
	}

	/** Puts what the hub has now in the place of what was typed. */
	private boolean reload(HubConnection hub, String id) {
		try {
			model.beginWith(run(new GetConfigurationOperation(hub, id)));
			target.fill();
			content.fill();
			metrics.fill();
			labels.fill();
			return false;
		} catch (CoreException e) {
			return failed(e);
		}
	}

	private boolean failed(CoreException failure) {
		if (getContainer().getCurrentPage() instanceof FormPage page) {
			page.failed(failure.getStatus());
		}
		return false;
	}

	private boolean done(HubConnection hub, String text, String id) {
		try {
			ListViews.open(workbench, UiIds.CONFIGURATIONS_VIEW, hub).reveal(id);
		} catch (PartInitException e) {
			StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
		}
		StatusLine.say(text);
		return true;
	}
}
