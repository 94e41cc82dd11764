// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.twin;

import org.eclipse.core.runtime.IProgressMonitor;
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
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.texteditor.AbstractDecoratedTextEditor;
import org.eclipse.ui.texteditor.SourceViewerDecorationSupport;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;

import iothubtools.client.json.JsonDifference;
import iothubtools.client.json.JsonObjectNode;
import iothubtools.client.json.TextProblem;
import iothubtools.client.twins.Twin;
import iothubtools.client.twins.text.TwinDocument;
import iothubtools.core.operations.TwinToEdit;
import iothubtools.ui.editor.internal.fix.TwinViewerConfiguration;
import iothubtools.ui.editor.internal.history.VersionsDialog;
import iothubtools.ui.editor.internal.input.DeviceEditorInput;
import iothubtools.ui.editor.internal.json.DocumentReading;
import iothubtools.ui.editor.internal.json.JsonFolding;
import iothubtools.ui.editor.internal.json.JsonMarks;
import iothubtools.ui.editor.internal.json.JsonOutline;
import iothubtools.ui.editor.internal.json.TextReplacement;
import iothubtools.ui.editor.internal.page.PageFrame;
import iothubtools.ui.editor.internal.page.RefreshedPage;
import iothubtools.ui.editor.internal.page.SideBySide;
import iothubtools.ui.editor.internal.page.TitledPart;
import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.forms.Fields;

/**
 * The twin of a device or module: its tags and desired properties as text that can be edited and saved, and beside them what it reports. What
 * is saved is the smallest change of the twin as it was read, and only while it still is that.
 */
public final class TwinEditor extends AbstractDecoratedTextEditor implements RefreshedPage {

	/** What tests find the link by that shows what Save would send. */
	static final String PREVIEW = "previewPatch";
	/** … and that which shows what it was before. */
	static final String VERSIONS = "twinVersionsLink";
	/** … and that which reads it anew. */
	static final String REFRESH = "twinRefresh";
	/** As in plugin.xml. */
	private static final String SCOPE = "iothubtools.ui.editor.twinScope";

	private final TwinDocuments documents = new TwinDocuments(this::doSave);
	private final JsonMarks marks = new JsonMarks();
	private final DifferenceMarks differences = new DifferenceMarks();
	private final JsonOutline outline = new JsonOutline(item -> selectAndReveal(item.offset(), item.length()));
	private @Nullable TwinAtHub hub;
	private @Nullable TwinSaving saving;
	private @Nullable ReportedPart reported;
	private @Nullable JsonFolding folding;
	/** Whether something stands in the line at the bottom of the window. */
	private boolean said;

	public TwinEditor() {
		setHelpContextId(HelpContext.of(TwinEditor.class));
		setDocumentProvider(documents);
		setSourceViewerConfiguration(new TwinViewerConfiguration(EditorsUI.getPreferenceStore()));
	}

	@Override
	public void createPartControl(@Nullable Composite parent) {
		PageFrame page = new PageFrame(parent, getEditorSite(), device(), this::refresh);
		page.control().getParent().addListener(SWT.Hide, event -> sayNothing());
		TwinAtHub twin = new TwinAtHub(page);
		hub = twin;
		TwinSaving save = new TwinSaving(getSite(), twin, new EditedText());
		saving = save;
		HelpContext.set(page.control(), TwinEditor.class);
		SashForm sash = SideBySide.create(page.control());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		TitledPart own = new TitledPart(sash, Messages.Desired_title);
		own.link(Messages.Preview, PREVIEW, save::preview);
		own.link(Messages.Versions, VERSIONS, this::showVersions);
		own.link(Messages.Refresh, REFRESH, this::refresh);
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

	/** The scope in which keys are bound that other text editors have not. */
	@Override
	protected void initializeKeyBindingScopes() {
		setKeyBindingScopes(new String[] { SCOPE });
	}

	@Override
	protected void createActions() {
		super.createActions();
		setAction(GoToBracketAction.COMMAND, new GoToBracketAction(this));
	}

	/** The text; null when it is closed. */
	@Nullable
	ISourceViewer viewer() {
		return getSourceViewer();
	}

	/** In the line at the bottom of the window, as long as the cursor stays where it is; empty for nothing. */
	void say(String message) {
		said = !message.isEmpty();
		setStatusLineErrorMessage(said ? message : null);
	}

	private void sayNothing() {
		if (said) {
			say("");
		}
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
		viewer.getTextWidget().addCaretListener(event -> sayNothing());
		// the editor of another device has the same line
		viewer.getTextWidget().addListener(SWT.FocusOut, event -> sayNothing());
		DocumentReading<TwinDocument> text = new DocumentReading<>(viewer.getTextWidget(), document, TwinDocument::read, this::read);
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
			TwinSaving save = saving;
			if (save != null) {
				save.edited(text, isDirty());
			}
			marks.show(text.problems(), viewer.getDocument().getLength(), documents.getAnnotationModel(getEditorInput()));
			JsonFolding folds = folding;
			if (folds != null) {
				folds.show(text.json().root());
			}
			outline.show(text.json().root());
			JsonObjectNode desired = text.desired();
			ReportedPart part = reported;
			if (desired != null && part != null && seen() != null) {
				part.compareWith(desired);
				differences.show(JsonDifference.between(desired, part.reported()), true, viewer.getDocument().get(),
						documents.getAnnotationModel(getEditorInput()));
			}
		}
	}

	private DeviceEditorInput device() {
		return (DeviceEditorInput) getEditorInput();
	}

	private @Nullable TwinToEdit seen() {
		TwinAtHub twin = hub;
		return twin == null ? null : twin.seen();
	}

	/** Reads the twin anew; what is typed stays until the new one is there. */
	private void load() {
		TwinAtHub twin = hub;
		if (twin != null) {
			twin.page().info(NLS.bind(Messages.Reading, device().getName()));
			twin.read(seen -> loaded(twin, seen), this::load, () -> mended(twin));
		}
	}

	/** Reads it anew: what is typed stays, and what the device reports comes. */
	@Override
	public void refresh() {
		TwinAtHub twin = hub;
		if (twin == null || twin.seen() == null) {
			load();
		} else {
			twin.page().info(NLS.bind(Messages.Reading, device().getName()));
			twin.read(now -> refreshed(twin, now), this::refresh, () -> mended(twin));
		}
	}

	private void refreshed(TwinAtHub twin, TwinToEdit now) {
		if (twin.isAsSeen(now)) {
			// the cursor, and what can be undone, stay, too
			twin.seen(now);
			twin.page().clear();
			showReportedAgain(now.twin());
		} else if (isDirty() && twin.isOther(now)) {
			showReportedAgain(now.twin());
			TwinSaving save = saving;
			if (save != null) {
				save.otherDevice();
			}
		} else if (isDirty()) {
			// saving still asks for the one that was read: both changes are put together then
			showReportedAgain(now.twin());
			twin.page().problem(Messages.Refreshed_changed);
		} else {
			loaded(twin, now);
		}
	}

	/** The hub may answer again: what is typed by then, or until it has answered, stays, and is there to be saved. */
	private void mended(TwinAtHub twin) {
		if (isDirty()) {
			twin.page().clear();
		} else {
			refresh();
		}
	}

	private void loaded(TwinAtHub twin, TwinToEdit seen) {
		twin.seen(seen);
		twin.page().clear();
		documents.load(getEditorInput(), TwinDocument.text(seen.twin()));
		ISourceViewer viewer = getSourceViewer();
		viewer.setEditable(true);
		// some are for texts that can be edited, as a quick fix
		updateStateDependentActions();
		if (viewer instanceof ProjectionViewer projection) {
			projection.getUndoManager().reset();
		}
		showReported(seen.twin());
	}

	/** The same as at the hub again. */
	@Override
	public void doRevertToSaved() {
		load();
	}

	@Override
	public void doSave(@Nullable IProgressMonitor monitor) {
		TwinSaving save = saving;
		if (save == null) {
			TwinSaving.refuse(monitor);
		} else {
			save.save(monitor);
		}
	}

	/** Shows the versions that were read and saved here; one that is restored is in the text as if somebody had typed it. */
	private void showVersions() {
		ISourceViewer viewer = getSourceViewer();
		TwinAtHub twin = hub;
		if (twin != null && twin.seen() != null && viewer != null) {
			twin.history().versions(viewer.getTextWidget(), versions -> new VersionsDialog(getSite().getShell(), device().getName(), viewer.getDocument().get(),
					versions, version -> TextReplacement.apply(viewer.getDocument(), version)).open());
		}
	}

	/** Beside a text that stays as it is: what is wanted is compared with it anew. */
	private void showReportedAgain(Twin twin) {
		showReported(twin);
		ISourceViewer viewer = getSourceViewer();
		if (viewer != null) {
			read(TwinDocument.read(viewer.getDocument().get()));
		}
	}

	private void showReported(Twin twin) {
		ReportedPart part = reported;
		if (part != null) {
			part.show(twin);
		}
	}

	@Override
	@NonNullByDefault({})
	public <T> T getAdapter(Class<T> adapter) {
		return adapter == IContentOutlinePage.class ? adapter.cast(outline) : super.getAdapter(adapter);
	}

	/** What is typed here, for who saves it. */
	private final class EditedText implements TwinSaving.Place {

		@Override
		public @Nullable IDocument text() {
			ISourceViewer viewer = getSourceViewer();
			return viewer == null ? null : viewer.getDocument();
		}

		@Override
		public void reveal(TextProblem problem) {
			selectAndReveal(problem.offset(), problem.length());
		}

		@Override
		public void saved(String text) {
			documents.saved(getEditorInput(), text);
		}

		@Override
		public void show(Twin now) {
			showReportedAgain(now);
		}

		@Override
		public void load() {
			TwinEditor.this.load();
		}
	}
}
