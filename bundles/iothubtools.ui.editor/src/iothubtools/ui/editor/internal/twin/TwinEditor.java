// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.twin;

import java.util.function.Consumer;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.IVerticalRuler;
import org.eclipse.jface.text.source.projection.ProjectionSupport;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.part.MultiPageEditorSite;
import org.eclipse.ui.texteditor.AbstractDecoratedTextEditor;
import org.eclipse.ui.texteditor.SourceViewerDecorationSupport;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;

import iothubtools.client.json.JsonDifference;
import iothubtools.client.json.JsonObjectNode;
import iothubtools.client.json.TextProblem;
import iothubtools.client.twins.Twin;
import iothubtools.client.twins.TwinPatch;
import iothubtools.client.twins.text.TwinDocument;
import iothubtools.client.twins.text.TwinDocument.Merged;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.GetTwinToEditOperation;
import iothubtools.core.operations.PatchTwinOperation;
import iothubtools.core.operations.TwinToEdit;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;
import iothubtools.ui.editor.internal.fix.TwinViewerConfiguration;
import iothubtools.ui.editor.internal.history.TwinHistory;
import iothubtools.ui.editor.internal.history.VersionsDialog;
import iothubtools.ui.editor.internal.input.DeviceEditorInput;
import iothubtools.ui.editor.internal.json.JsonFolding;
import iothubtools.ui.editor.internal.json.JsonMarks;
import iothubtools.ui.editor.internal.json.JsonOutline;
import iothubtools.ui.editor.internal.json.JsonReading;
import iothubtools.ui.editor.internal.page.PageFrame;
import iothubtools.ui.editor.internal.page.Saving;
import iothubtools.ui.editor.internal.page.SideBySide;
import iothubtools.ui.editor.internal.page.TitledPart;
import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.problems.ProblemTexts;

/**
 * The twin of a device or module: its tags and desired properties as text that can be edited and saved, and beside them what it reports. What
 * is saved is the smallest change of the twin as it was read, and only while it still is that.
 */
public final class TwinEditor extends AbstractDecoratedTextEditor {

	/** What tests find the link by that shows what Save would send. */
	static final String PREVIEW = "previewPatch";
	/** … and that which shows what it was before. */
	static final String VERSIONS = "twinVersionsLink";

	private final TwinDocuments documents = new TwinDocuments(this::doSave);
	private final JsonMarks marks = new JsonMarks();
	private final DifferenceMarks differences = new DifferenceMarks();
	private final JsonOutline outline = new JsonOutline(item -> selectAndReveal(item.offset(), item.length()));
	private @Nullable PageFrame frame;
	private @Nullable ReportedPart reported;
	private @Nullable JsonFolding folding;
	/** The twin as the hub had it when it was read or saved last. */
	private @Nullable TwinToEdit base;

	public TwinEditor() {
		setHelpContextId(HelpContext.of(TwinEditor.class));
		setDocumentProvider(documents);
		setSourceViewerConfiguration(new TwinViewerConfiguration(EditorsUI.getPreferenceStore()));
	}

	@Override
	public void createPartControl(@Nullable Composite parent) {
		PageFrame page = new PageFrame(parent, device());
		frame = page;
		HelpContext.set(page.control(), TwinEditor.class);
		SashForm sash = SideBySide.create(page.control());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		TitledPart own = new TitledPart(sash, Messages.Desired_title);
		own.link(Messages.Preview, PREVIEW, this::preview);
		own.link(Messages.Versions, VERSIONS, this::showVersions);
		super.createPartControl(own.content());
		ReportedPart part = new ReportedPart(sash);
		reported = part;
		sash.setWeights(3, 2);
		ISourceViewer viewer = getSourceViewer();
		Fields.accessibleName(viewer.getTextWidget(), Messages.Desired_accessible);
		if (viewer instanceof ProjectionViewer projection) {
			new ProjectionSupport(projection, getAnnotationAccess(), getSharedColors()).install();
			projection.doOperation(ProjectionViewer.TOGGLE);
			folding = new JsonFolding(projection.getProjectionAnnotationModel(), viewer.getDocument());
		}
		listen(viewer);
		load();
	}

	@Override
	@NonNullByDefault({})
	protected ISourceViewer createSourceViewer(Composite parent, IVerticalRuler ruler, int styles) {
		ProjectionViewer viewer = new ProjectionViewer(parent, ruler, getOverviewRuler(), isOverviewRulerVisible(), styles);
		// makes it, so that marks are drawn
		getSourceViewerDecorationSupport(viewer);
		return viewer;
	}

	@Override
	@NonNullByDefault({})
	protected void configureSourceViewerDecorationSupport(SourceViewerDecorationSupport support) {
		super.configureSourceViewerDecorationSupport(support);
		Brackets.configure(support, getPreferenceStore(), this::setPreferenceStore);
	}

	private void listen(ISourceViewer viewer) {
		IDocument document = viewer.getDocument();
		JsonReading<TwinDocument> text = new JsonReading<>(viewer.getTextWidget(), document, TwinDocument::read, this::read);
		document.addDocumentListener(new IDocumentListener() {
			@Override
			public void documentAboutToBeChanged(@Nullable DocumentEvent event) {
				// it is heard afterwards
			}

			@Override
			public void documentChanged(@Nullable DocumentEvent event) {
				text.changed();
			}
		});
	}

	/** The text was read, some time after it was edited. */
	private void read(TwinDocument text) {
		ISourceViewer viewer = getSourceViewer();
		if (viewer != null && viewer.getAnnotationModel() != null) {
			marks.show(text.problems(), viewer.getDocument().getLength(), documents.getAnnotationModel(getEditorInput()));
			JsonFolding folds = folding;
			if (folds != null) {
				folds.show(text.json().root());
			}
			outline.show(text.json().root());
			JsonObjectNode desired = text.desired();
			ReportedPart part = reported;
			if (desired != null && part != null && base != null) {
				part.compareWith(desired);
				differences.show(JsonDifference.between(desired, part.reported()), true,
						documents.getAnnotationModel(getEditorInput()));
			}
		}
	}

	private DeviceEditorInput device() {
		return (DeviceEditorInput) getEditorInput();
	}

	/** Reads the twin anew; what is typed stays until the new one is there. */
	void load() {
		onPage(page -> page.info(NLS.bind(Messages.Reading, device().getName())));
		read(this::loaded, this::load, this::mended);
	}

	/**
	 * Reads the twin, and hands it over; a failure is said above the page.
	 *
	 * @param again  does this once more
	 * @param mended is done when the hub may answer again
	 */
	private void read(Consumer<TwinToEdit> then, Runnable again, Runnable mended) {
		PageFrame page = frame;
		HubConnection connection = page == null ? null : page.connection(mended);
		if (page != null && connection != null) {
			page.read(new GetTwinToEditOperation(connection, device().client()), then,
					failure -> page.notRead(Messages.Read_failed, failure, again, mended));
		}
	}

	/** The hub may answer again: what is typed stays, and is there to be saved. */
	private void mended() {
		if (isDirty()) {
			onPage(PageFrame::clear);
		} else {
			load();
		}
	}

	private void loaded(TwinToEdit seen) {
		Twin twin = seen.twin();
		base = seen;
		history().read(twin);
		onPage(PageFrame::clear);
		documents.load(getEditorInput(), TwinDocument.text(twin));
		ISourceViewer viewer = getSourceViewer();
		viewer.setEditable(true);
		// some are for texts that can be edited, as a quick fix
		updateStateDependentActions();
		if (viewer instanceof ProjectionViewer projection) {
			projection.getUndoManager().reset();
		}
		showReported(twin);
	}

	/** The same as at the hub again. */
	@Override
	public void doRevertToSaved() {
		load();
	}

	@Override
	public void doSave(@Nullable IProgressMonitor monitor) {
		TwinToEdit seen = base;
		PageFrame page = frame;
		HubConnection connection = page == null ? null : page.connection();
		if (seen == null || connection == null) {
			refuse(monitor);
			return;
		}
		TwinDocument mine = TwinDocument.read(getSourceViewer().getDocument().get());
		if (!mine.isValid()) {
			invalid(mine);
			refuse(monitor);
			return;
		}
		TwinPatch patch = document(seen.twin()).patchTo(mine);
		if (patch == null) {
			documents.saved(getEditorInput());
			onPage(line -> line.info(Messages.Nothing_to_save));
			return;
		}
		try {
			Display display = getSite().getShell().getDisplay();
			Twin now = Saving.run(display, monitor,
					progress -> IotHubCore.get().operations().run(new PatchTwinOperation(connection, seen, patch), progress));
			saved(seen.now(now), mine);
		} catch (CoreException e) {
			onPage(line -> failed(e.getStatus(), line));
			refuse(monitor);
		}
	}

	private void saved(TwinToEdit seen, TwinDocument mine) {
		Twin now = seen.twin();
		base = seen;
		// as it is written, unless it has something that is not there any more
		if (!mine.problems().isEmpty() || !document(now).isSame(mine)) {
			getSourceViewer().getDocument().set(TwinDocument.text(now));
		}
		documents.saved(getEditorInput());
		history().saved(now, getSourceViewer().getDocument().get());
		onPage(PageFrame::clear);
		showReported(now);
	}

	private void invalid(TwinDocument mine) {
		TextProblem first = mine.problems().stream().filter(TextProblem::isError).findFirst().orElseThrow();
		String message = NLS.bind(Messages.Not_valid, ProblemTexts.line(first, getSourceViewer().getDocument().get()), ProblemTexts.of(first));
		onPage(page -> page.problem(message));
		selectAndReveal(first.offset(), first.length());
	}

	private void failed(IStatus why, PageFrame page) {
		if (why.matches(IStatus.CANCEL)) {
			page.problem(Messages.Save_cancelled);
		} else if (HubStatus.code(why) == HubStatusCode.CHANGED_MEANWHILE) {
			page.problem(Messages.Changed_meanwhile);
			// when whoever saves has heard that nothing is saved
			Display display = getSite().getShell().getDisplay();
			display.asyncExec(this::readTheirs);
		} else if (HubStatus.code(why) == HubStatusCode.OTHER_DEVICE) {
			page.otherDevice(this::load, this::saveToOther);
		} else {
			page.notSaved(Messages.Save_failed, why, this::saveEditor);
		}
	}

	/** What is typed to the device that has the id now, whatever its twin is. */
	private void saveToOther() {
		read(other -> {
			history().read(other.twin());
			base = other;
			showReported(other.twin());
			saveEditor();
		}, this::saveToOther, () -> onPage(PageFrame::clear));
	}

	private void readTheirs() {
		if (getSourceViewer() != null) {
			// saving again compares: nobody is to have a dialog come up by itself
			read(this::compare, this::readTheirs, () -> onPage(PageFrame::clear));
		}
	}

	/** Puts mine and theirs together, asks what the twin is to be, and saves that. */
	private void compare(TwinToEdit other) {
		Twin theirs = other.twin();
		TwinToEdit seen = base;
		TwinDocument mine = TwinDocument.read(getSourceViewer().getDocument().get());
		history().read(theirs);
		if (seen == null || !mine.isValid()) {
			return;
		}
		Merged merged = document(seen.twin()).merge(mine, document(theirs));
		String chosen = TwinConflict.ask(device().getName(), TwinDocument.text(seen.twin()), merged.text(), TwinDocument.text(theirs),
				merged.conflicts().size());
		if (chosen == null || getSourceViewer() == null) {
			return;
		}
		base = other;
		getSourceViewer().getDocument().set(chosen);
		showReported(theirs);
		saveEditor();
	}

	/** As Ctrl+S does. */
	private void saveEditor() {
		if (getSite() instanceof MultiPageEditorSite site) {
			site.getPage().saveEditor(site.getMultiPageEditor(), false);
		}
	}

	private static TwinDocument document(Twin twin) {
		return TwinDocument.read(TwinDocument.text(twin));
	}

	/** Shows what Save would send. */
	private void preview() {
		TwinToEdit seen = base;
		ISourceViewer viewer = getSourceViewer();
		if (seen == null || viewer == null) {
			return;
		}
		TwinDocument mine = TwinDocument.read(viewer.getDocument().get());
		if (!mine.isValid()) {
			invalid(mine);
			return;
		}
		TwinPatch patch = document(seen.twin()).patchTo(mine);
		if (patch == null) {
			onPage(line -> line.info(Messages.Nothing_to_save));
		} else {
			new PatchPreview(getSite().getShell(), seen.twin(), patch).open();
		}
	}

	private TwinHistory history() {
		return new TwinHistory(device().connectionId(), device().client());
	}

	/** Shows the versions that were read and saved here; one that is restored is in the text as if somebody had typed it. */
	private void showVersions() {
		ISourceViewer viewer = getSourceViewer();
		if (base != null && viewer != null) {
			history().versions(viewer.getTextWidget(), versions -> new VersionsDialog(getSite().getShell(), device().getName(), viewer.getDocument().get(),
					versions, viewer.getDocument()::set).open());
		}
	}

	private void showReported(Twin twin) {
		ReportedPart part = reported;
		if (part != null) {
			part.show(twin);
		}
	}

	/** Nothing was saved: whoever wanted to close the editor after that does not. */
	private static void refuse(@Nullable IProgressMonitor monitor) {
		if (monitor != null) {
			monitor.setCanceled(true);
		}
	}

	private void onPage(Consumer<PageFrame> what) {
		PageFrame page = frame;
		if (page != null) {
			what.accept(page);
		}
	}

	@Override
	@NonNullByDefault({})
	public <T> T getAdapter(Class<T> adapter) {
		return adapter == IContentOutlinePage.class ? adapter.cast(outline) : super.getAdapter(adapter);
	}
}
