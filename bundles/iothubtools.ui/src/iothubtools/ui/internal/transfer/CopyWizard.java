// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;

import iothubtools.core.operations.HubCopy;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.ui.internal.forms.HubWork;
import iothubtools.ui.internal.images.HubImages;
import iothubtools.ui.internal.tasks.Destructive;
import iothubtools.ui.internal.wizards.WizardButtons;

/**
 * Makes things at a hub. What would become of each is seen first; Finish makes them and turns to what became of each, from where the rest can be
 * made.
 *
 * @param <C> what copies them
 */
abstract class CopyWizard<C extends HubCopy> extends Wizard {

	private final CopyModel<C> model;
	private final PlanPage plan;
	private final OutcomePage outcome;
	/** The one whose outcome is seen, whatever is chosen or known since. */
	private @Nullable C begun;

	/**
	 * Begins.
	 *
	 * @param planPage    makes the page where it is chosen and seen before, with what asks both hubs
	 * @param outcomePage makes the page that tells what became of it, with what makes those that are not yet made
	 */
	CopyWizard(CopyModel<C> model, BiFunction<CopyModel<C>, Runnable, PlanPage> planPage, Function<Runnable, OutcomePage> outcomePage) {
		this.model = model;
		plan = planPage.apply(model, this::check);
		outcome = outcomePage.apply(this::make);
		setWindowTitle(model.words().title());
		setNeedsProgressMonitor(true);
		setDefaultPageImageDescriptor(HubImages.WIZARD_IMPORT_DEVICES.descriptor());
	}

	@Override
	public final void addPages() {
		addPage(plan);
		addPage(outcome);
	}

	@Override
	public final boolean canFinish() {
		return getContainer().getCurrentPage() == outcome || plan.isPageComplete();
	}

	@Override
	public final @Nullable IWizardPage getNextPage(@Nullable IWizardPage page) {
		// what became of it comes after Finish
		return null;
	}

	@Override
	public final boolean performFinish() {
		if (getContainer().getCurrentPage() == outcome) {
			return true;
		}
		make();
		return false;
	}

	private void check() {
		C copy = model.newCopy();
		plan.show(null);
		if (copy == null) {
			return;
		}
		try {
			model.checked(copy, HubWork.run(getContainer(), copy::check));
			plan.show(model.plan());
			getContainer().updateButtons();
		} catch (CoreException e) {
			if (model.isLatest(copy)) {
				plan.failed(e.getStatus(), this::check);
			}
		}
	}

	private void make() {
		C last = begun;
		C copy = last == null ? model.copy() : last;
		if (copy == null
				|| !Destructive.allowed(getShell(), List.of(copy.target()), model.words().production(), model.words().button())) {
			return;
		}
		try {
			TaskOutcome made = HubWork.run(getContainer(), copy::run);
			IStatus more = finish(copy, made);
			begun = copy;
			outcome.show(told(made), copy.target(), copy.isLeftToDo());
			getContainer().showPage(outcome);
			WizardButtons.done(getContainer(), true);
			if (!more.isOK()) {
				outcome.failed(more);
			}
		} catch (CoreException e) {
			failed(e.getStatus());
		}
	}

	/** Does what is to be done when they are made; what went wrong with that. */
	IStatus finish(@NonNull C copy, TaskOutcome made) {
		return Status.OK_STATUS;
	}

	/** What is said of what became of them. */
	TaskOutcome told(TaskOutcome made) {
		return made;
	}

	private void failed(IStatus status) {
		if (getContainer().getCurrentPage() == outcome) {
			outcome.failed(status);
		} else {
			plan.failed(status, this::make);
		}
	}
}
