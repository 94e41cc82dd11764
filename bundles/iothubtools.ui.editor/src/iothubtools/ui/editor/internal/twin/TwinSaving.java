// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.twin;

import java.util.ArrayDeque;
import java.util.Queue;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.IDocument;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.MultiPageEditorSite;

import iothubtools.client.json.TextProblem;
import iothubtools.client.twins.Twin;
import iothubtools.client.twins.TwinPatch;
import iothubtools.client.twins.text.TwinDocument;
import iothubtools.client.twins.text.TwinDocument.Merged;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.PatchTwinOperation;
import iothubtools.core.operations.TwinToEdit;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;
import iothubtools.ui.editor.internal.json.TextReplacement;
import iothubtools.ui.editor.internal.page.PageFrame;
import iothubtools.ui.editor.internal.page.Saving;
import iothubtools.ui.internal.problems.ProblemTexts;

/**
 * Saves what is typed as a twin: the smallest change of the twin as it was read, and only while it still is that. Where it is not, the person
 * says what is saved. On the UI thread.
 */
final class TwinSaving {

	/** Where the twin is edited. */
	interface Place {

		/** What is typed; null when it is closed. */
		@Nullable
		IDocument text();

		/** Leads to what is wrong in the text. */
		void reveal(TextProblem problem);

		/** This text is what the hub has. */
		void saved(String text);

		/** The twin at the hub is another one. */
		void show(Twin now);

		/** Puts what the hub has in the place of what is typed. */
		void load();
	}

	/** Those who want to ask while somebody is asked already, as after Save All: one after another. */
	private static final Queue<Runnable> WAITING = new ArrayDeque<>();
	private static boolean asking;

	private final IWorkbenchPartSite site;
	private final TwinAtHub hub;
	private final PageFrame page;
	private final Place place;
	/** What was said last of a text that cannot be saved; empty for nothing. */
	private String invalid = "";

	TwinSaving(IWorkbenchPartSite site, TwinAtHub hub, Place place) {
		this.site = site;
		this.hub = hub;
		page = hub.page();
		this.place = place;
	}

	/** Saves it, or says above the page why not. */
	void save(@Nullable IProgressMonitor monitor) {
		TwinToEdit seen = hub.seen();
		HubConnection connection = page.connection();
		IDocument text = place.text();
		String typed = text == null ? "" : text.get();
		TwinDocument mine = seen == null || connection == null || text == null ? null : valid(text);
		if (seen == null || connection == null || text == null || mine == null) {
			refuse(monitor);
			return;
		}
		TwinPatch patch = TwinAtHub.document(seen.twin()).patchTo(mine);
		if (patch == null) {
			place.saved(typed);
			page.info(Messages.Nothing_to_save);
			return;
		}
		try {
			Twin now = Saving.run(site.getShell().getDisplay(), monitor,
					progress -> IotHubCore.get().operations().run(new PatchTwinOperation(connection, seen, patch), progress));
			saved(seen.now(now), mine, typed, text);
		} catch (CoreException e) {
			failed(e.getStatus());
			refuse(monitor);
		}
	}

	/** Shows what {@link #save} would send. */
	void preview() {
		TwinToEdit seen = hub.seen();
		IDocument text = place.text();
		TwinDocument mine = seen == null || text == null ? null : valid(text);
		if (seen == null || mine == null) {
			return;
		}
		TwinPatch patch = TwinAtHub.document(seen.twin()).patchTo(mine);
		if (patch == null) {
			page.info(Messages.Nothing_to_save);
		} else {
			new PatchPreview(site.getShell(), seen.twin(), patch).open();
		}
	}

	/** What is typed; null where that cannot be, which is said then. */
	private @Nullable TwinDocument valid(IDocument text) {
		TwinDocument mine = TwinDocument.read(text.get());
		if (mine.isValid()) {
			return mine;
		}
		TextProblem first = firstError(mine);
		invalid = notValid(first, text);
		page.problem(invalid);
		place.reveal(first);
		return null;
	}

	private static TextProblem firstError(TwinDocument invalid) {
		return invalid.problems().stream().filter(TextProblem::isError).findFirst().orElseThrow();
	}

	private static String notValid(TextProblem problem, IDocument text) {
		return NLS.bind(Messages.Not_valid, ProblemTexts.line(problem, text.get()), ProblemTexts.of(problem));
	}

	/** The text is another one: what was said of the one before may be true no longer. */
	void edited(TwinDocument now, boolean changed) {
		IDocument text = place.text();
		if (!invalid.isEmpty() && text != null) {
			// as long as it cannot be saved, why not now
			String still = now.isValid() ? "" : notValid(firstError(now), text);
			if (!still.equals(invalid)) {
				page.correct(invalid, still);
				invalid = still;
			}
		}
		if (changed) {
			page.clear(Messages.Nothing_to_save);
		}
	}

	/** @param typed what was in the text when its saving began: somebody may have typed on while the hub answered, which is not saved */
	private void saved(TwinToEdit seen, TwinDocument mine, String typed, IDocument text) {
		Twin now = seen.twin();
		hub.seen(seen);
		// as it is written, unless it has something that is not there any more
		boolean asTyped = mine.problems().isEmpty() && TwinAtHub.document(now).isSame(mine);
		String kept = asTyped ? typed : TwinDocument.text(now);
		if (!asTyped && text.get().equals(typed)) {
			TextReplacement.apply(text, kept);
		}
		place.saved(kept);
		hub.history().saved(now, kept);
		page.clear();
		place.show(now);
	}

	private void failed(IStatus why) {
		if (why.matches(IStatus.CANCEL)) {
			page.problem(Messages.Save_cancelled);
		} else if (HubStatus.code(why) == HubStatusCode.CHANGED_MEANWHILE) {
			page.problem(Messages.Changed_meanwhile);
			// when whoever saves has heard that nothing is saved
			site.getShell().getDisplay().asyncExec(this::readTheirs);
		} else if (HubStatus.code(why) == HubStatusCode.OTHER_DEVICE) {
			otherDevice();
		} else {
			page.notSaved(Messages.Save_failed, why, this::saveEditor);
		}
	}

	/** Says that the device or module is another one by now, and what can be done about it. */
	void otherDevice() {
		page.otherDevice(place::load, this::saveToOther);
	}

	/** What is typed to the device that has the id now, whatever its twin is. */
	private void saveToOther() {
		hub.read(other -> {
			hub.seen(other);
			place.show(other.twin());
			saveEditor();
		}, this::saveToOther, page::clear);
	}

	private void readTheirs() {
		if (place.text() != null) {
			// saving again compares: nobody is to have a dialog come up by itself
			hub.read(this::compare, this::readTheirs, page::clear);
		}
	}

	/** Puts mine and theirs together, asks what the twin is to be, and saves that. */
	private void compare(TwinToEdit other) {
		Twin theirs = other.twin();
		TwinToEdit seen = hub.seen();
		IDocument text = place.text();
		TwinDocument mine = text == null ? null : TwinDocument.read(text.get());
		if (seen == null || text == null || mine == null || !mine.isValid()) {
			return;
		}
		if (Saving.putsOff(site.getShell().getDisplay(), this::readTheirs)) {
			return;
		} else if (asking) {
			WAITING.add(this::readTheirs);
			return;
		}
		Merged merged = TwinAtHub.document(seen.twin()).merge(mine, TwinAtHub.document(theirs));
		String chosen = ask(seen.twin(), merged, theirs);
		if (chosen == null || place.text() == null) {
			return;
		}
		hub.seen(other);
		TextReplacement.apply(text, chosen);
		place.show(theirs);
		saveEditor();
	}

	private @Nullable String ask(Twin base, Merged merged, Twin theirs) {
		asking = true;
		try {
			return TwinConflict.ask(page.device().getName(), TwinDocument.text(base), merged.text(), TwinDocument.text(theirs), merged.conflicts().size());
		} finally {
			asking = false;
			// the first whose twin has come asks next, the others wait again
			WAITING.forEach(PlatformUI.getWorkbench().getDisplay()::asyncExec);
			WAITING.clear();
		}
	}

	/** As Ctrl+S does. */
	private void saveEditor() {
		if (site instanceof MultiPageEditorSite part) {
			part.getPage().saveEditor(part.getMultiPageEditor(), false);
		}
	}

	/** Nothing was saved: whoever wanted to close the editor after that does not. */
	static void refuse(@Nullable IProgressMonitor monitor) {
		if (monitor != null) {
			monitor.setCanceled(true);
		}
	}
}
