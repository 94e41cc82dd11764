// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.methods;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.methods.DirectMethod;
import iothubtools.client.names.ClientId;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.methods.MethodHistory;
import iothubtools.core.operations.InvokeMethodOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.MethodOutcome;
import iothubtools.ui.internal.forms.HubWork;
import iothubtools.ui.internal.images.HubImages;
import iothubtools.ui.internal.tasks.Destructive;
import iothubtools.ui.internal.wizards.WizardButtons;

/** Runs a direct method on many devices of a hub, and shows what became of it at each. Each is in the history of its device, too. */
public final class InvokeMethodWizard extends Wizard implements MethodOutcomesPage.Actions {

	/** What is a matter of one device, so that it is told in its row. */
	private static final Set<HubStatusCode> OF_DEVICE = EnumSet.of(HubStatusCode.DEVICE_OFFLINE, HubStatusCode.NOT_SUBSCRIBED,
			HubStatusCode.METHOD_TIMEOUT, HubStatusCode.DEVICE_LEFT, HubStatusCode.METHODS_WAITING, HubStatusCode.DEVICE_DISABLED, HubStatusCode.NOT_FOUND);

	private final HubConnection hub;
	private final MethodModel model = new MethodModel();
	private final InvokeMethodPage form;
	private final MethodOutcomesPage outcomes;

	/** On devices of a hub, to begin with. */
	public InvokeMethodWizard(HubConnection hub, List<String> deviceIds) {
		this.hub = hub;
		model.setDevices(String.join(" ", deviceIds));
		form = new InvokeMethodPage(model, hub.name());
		outcomes = new MethodOutcomesPage(hub, this);
		setWindowTitle(Messages.Many_title);
		setNeedsProgressMonitor(true);
		setDefaultPageImageDescriptor(HubImages.WIZARD_INVOKE_METHOD.descriptor());
	}

	@Override
	public void addPages() {
		addPage(form);
		addPage(outcomes);
	}

	@Override
	public void createPageControls(@Nullable Composite parent) {
		super.createPageControls(parent);
		new KeptMethods(getShell(), (runs, favourites) -> form.propose(runs.stream().map(run -> run.method().name()).toList())).load(hub);
	}

	@Override
	public boolean canFinish() {
		return getContainer().getCurrentPage() == outcomes || form.isPageComplete();
	}

	@Override
	public boolean performFinish() {
		if (getContainer().getCurrentPage() == outcomes) {
			return true;
		}
		outcomes.clear();
		run(model.targets());
		return false;
	}

	@Override
	public void run(List<ClientId> targets) {
		if (!Destructive.allowed(getShell(), List.of(hub), Messages.Many_production, Messages.Invoke)) {
			return;
		}
		try {
			List<MethodOutcome> ended = invoke(targets, model.method());
			HubStatus ofAll = ofAll(ended);
			if (ofAll != null) {
				throw new CoreException(ofAll);
			}
			outcomes.show(ended);
			getContainer().showPage(outcomes);
			WizardButtons.done(getContainer(), true);
		} catch (CoreException e) {
			if (getContainer().getCurrentPage() == outcomes) {
				edit();
			}
			form.failed(e.getStatus());
		}
	}

	private List<MethodOutcome> invoke(List<ClientId> targets, DirectMethod method) throws CoreException {
		MethodHistory history = IotHubCore.get().methods();
		return HubWork.run(getContainer(), monitor -> IotHubCore.get().operations()
				.run(new InvokeMethodOperation(hub, targets, method, outcome -> history.add(hub, method, outcome)), monitor)).each();
	}

	/** Why the hub took none of them; null where it is a matter of devices. */
	private @Nullable HubStatus ofAll(List<MethodOutcome> ended) {
		OutcomeTexts texts = new OutcomeTexts(hub);
		if (ended.stream().anyMatch(outcome -> outcome.result() == Result.DONE || outcome.result() == Result.UNKNOWN)) {
			return null;
		}
		List<HubStatus> failures = ended.stream().map(texts::status).filter(Objects::nonNull).toList();
		return failures.isEmpty() || failures.stream().anyMatch(status -> OF_DEVICE.contains(status.hubCode())) ? null : failures.get(0);
	}

	@Override
	public void edit() {
		getContainer().showPage(form);
		WizardButtons.done(getContainer(), false);
	}
}
