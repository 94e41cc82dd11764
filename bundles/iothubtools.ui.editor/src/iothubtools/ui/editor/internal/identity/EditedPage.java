// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.identity;

import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.editor.FormEditor;

import iothubtools.client.devices.DeviceAuthentication;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;
import iothubtools.ui.editor.internal.page.DevicePage;
import iothubtools.ui.editor.internal.page.PageFrame;
import iothubtools.ui.editor.internal.page.RevertedPage;
import iothubtools.ui.editor.internal.page.Saving;
import iothubtools.ui.internal.tasks.Destructive;

/**
 * An identity: what can be changed of it is saved under the etag it was read with. At a hub of production, keys and what cuts a device off are
 * saved by who types its name.
 *
 * @param <I> the identity
 * @param <E> what can be edited of it
 */
abstract class EditedPage<I extends @NonNull Object, E extends @NonNull Edits<E>> extends DevicePage<I> implements RevertedPage {

	/** Of the page in its editor. */
	static final String ID = "identity";
	/** What tests find it by. */
	static final String REFRESH = "identityRefresh";

	private @Nullable IdentityForm<I, E> fields;
	/** As the hub had it when it was read or saved last. */
	private @Nullable I base;
	/** Whether what is read next comes in the place of what is typed. */
	private boolean discard;
	/** What was said last of why it was not saved; empty when it is not that. */
	private String refusal = "";
	/** What was wrong with the keys or thumbprints then; null for something else. */
	private @Nullable String refused;

	EditedPage(FormEditor editor) {
		super(editor, ID, Messages.Title, Messages.Head, REFRESH);
	}

	/**
	 * Makes the fields.
	 *
	 * @param changed is to hear of each edit by a person
	 */
	abstract IdentityForm<I, E> createForm(Composite place, Runnable changed);

	/** What can be edited, as the hub has it. */
	abstract E editsOf(I identity);

	/** How it proves who it is. */
	abstract DeviceAuthentication authentication(I identity);

	/** Which one of its id it is. */
	abstract String generationId(I identity);

	/** What changes with each write. */
	abstract String etag(I identity);

	/**
	 * What saves it.
	 *
	 * @throws InvalidInputException for what cannot be
	 */
	abstract HubOperation<I> saving(HubConnection connection, I seen, E edits);

	@Override
	protected void createContent(Composite place) {
		fields = createForm(place, () -> {
			// whoever types on, as what the hub has did not come, means to keep that
			discard = false;
			getEditor().editorDirtyStateChanged();
			edited();
		});
	}

	/** What was said of why it was not saved is true no longer when there is nothing to save any more, or that reason is gone. */
	private void edited() {
		IdentityForm<I, E> form = fields;
		@Nullable I seen = base;
		PageFrame page = frame();
		if (page != null && form != null && seen != null && !refusal.isEmpty()) {
			String problem = refused;
			if (!isDirty() || problem != null && !problem.equals(problem(form.edits(), seen))) {
				page.clear(refusal);
				refusal = "";
			}
		}
	}

	/** Why the keys or thumbprints cannot be saved; null when they can, or are as they were. */
	private @Nullable String problem(E edits, I seen) {
		KeyEdits keys = edits.keys();
		return keys.equals(editsOf(seen).keys()) ? null : keys.problem();
	}

	/** @param why what is wrong with the keys or thumbprints; null for something else */
	private void refuse(PageFrame page, String message, @Nullable String why) {
		refusal = message;
		refused = why;
		page.problem(message);
	}

	@Override
	public void setFocus() {
		IdentityForm<I, E> form = fields;
		if (form != null) {
			form.setFocus();
		}
	}

	@Override
	public boolean isDirty() {
		IdentityForm<I, E> form = fields;
		@Nullable I seen = base;
		return form != null && seen != null && !form.edits().equals(editsOf(seen));
	}

	/** What was edited stays, what others changed comes. */
	@Override
	protected void show(I identity) {
		IdentityForm<I, E> form = fields;
		@Nullable I before = base;
		if (form != null) {
			base = identity;
			form.show(identity, before == null || discard ? editsOf(identity) : merged(form.edits(), before, identity));
			discard = false;
			getEditor().editorDirtyStateChanged();
			PageFrame page = frame();
			if (page != null && before != null && !generationId(before).equals(generationId(identity)) && isDirty()) {
				page.otherDevice(this::revert, this::save);
			}
		}
	}

	/** Others have it so by now, who said so in this IDE: what was edited here stays until it is saved, which puts both together. */
	final void changedElsewhere(I now) {
		if (isNews(now)) {
			// what was changed together with others is told without its new etag
			readQuietly();
		}
	}

	/** The hub has it so, as another part of this IDE has read: that is shown here as well, where nothing was edited. */
	final void readElsewhere(I now) {
		if (isNews(now)) {
			show(now);
		}
	}

	private boolean isNews(I now) {
		@Nullable I seen = base;
		return seen != null && !isDirty() && (!etag(seen).equals(etag(now)) || !editsOf(seen).equals(editsOf(now)));
	}

	@Override
	public void revert() {
		discard = true;
		load();
	}

	/** As Ctrl+S does. */
	private void save() {
		getSite().getPage().saveEditor(getEditor(), false);
	}

	/** My changes to the one that has the id now. */
	private void saveToOther() {
		PageFrame page = frame();
		HubConnection connection = page == null ? null : page.connection();
		if (page != null && connection != null) {
			page.read(operation(connection, page.device().client()), now -> {
				show(now);
				save();
			}, failure -> page.notRead(Messages.Save_failed, failure, this::saveToOther, page::clear));
		}
	}

	private E merged(E mine, I before, I now) {
		E was = editsOf(before);
		E kept = mine;
		if (!authentication(before).type().equals(authentication(now).type())) {
			// a key is no thumbprint
			kept = mine.withKeys(was.keys());
			PageFrame page = frame();
			if (page != null && !kept.equals(mine)) {
				page.problem(Messages.Keys_gone);
			}
		}
		return kept.over(was, editsOf(now));
	}

	@Override
	public void doSave(@Nullable IProgressMonitor monitor) {
		IdentityForm<I, E> form = fields;
		@Nullable I seen = base;
		PageFrame page = frame();
		HubConnection connection = page == null ? null : page.connection();
		if (form == null || seen == null || page == null || connection == null) {
			refuse(monitor);
			return;
		}
		E saved = form.edits();
		refusal = "";
		String keyProblem = problem(saved, seen);
		if (keyProblem != null) {
			refuse(page, NLS.bind(Messages.Save_failed, keyProblem), keyProblem);
			refuse(monitor);
			return;
		}
		try {
			HubOperation<I> saving = saving(connection, seen, saved);
			if (saved.destroys(editsOf(seen))
					&& !Destructive.allowed(getSite().getShell(), List.of(connection), Messages.Production_title, Messages.Production_button)) {
				refuse(page, Messages.Production_not_saved, null);
				refuse(monitor);
				return;
			}
			I now = Saving.run(getSite().getShell().getDisplay(), monitor, progress -> IotHubCore.get().operations().run(saving, progress));
			base = now;
			// somebody may have edited on while the hub answered, which is not saved
			form.show(now, form.edits().over(saved, editsOf(now)));
			page.clear();
			getEditor().editorDirtyStateChanged();
		} catch (InvalidInputException e) {
			refuse(page, NLS.bind(Messages.Save_failed, e.getMessage()), null);
			refuse(monitor);
		} catch (CoreException e) {
			failed(page, e.getStatus());
			refuse(monitor);
		}
	}

	private void failed(PageFrame page, IStatus why) {
		if (why.matches(IStatus.CANCEL)) {
			page.problem(Messages.Save_cancelled);
		} else if (HubStatus.code(why) == HubStatusCode.CHANGED_MEANWHILE) {
			page.problem(Messages.Changed_meanwhile);
			readQuietly();
		} else if (HubStatus.code(why) == HubStatusCode.OTHER_DEVICE) {
			page.otherDevice(this::revert, this::saveToOther);
		} else {
			// that the hub may have saved it all the same stays true, whatever is typed then
			refusal = why instanceof HubStatus status && status.isUnclear() ? "" : NLS.bind(Messages.Save_failed, why.getMessage());
			refused = null;
			page.notSaved(Messages.Save_failed, why, this::save);
		}
	}

	/** Nothing was saved: whoever wanted to close the editor after that does not. */
	private static void refuse(@Nullable IProgressMonitor monitor) {
		if (monitor != null) {
			monitor.setCanceled(true);
		}
	}
}
